/** The desk: accounts made, reset, suspended; and the record of sign-ins for whoever audits them. */
import type { DeskCode } from '../contract/desk.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import type { World } from '../service/ports.ts';
import { isLastAdministrator } from '../service/views/officesOfUser.ts';
import type { Asking } from './asking.ts';
import type { Guarded } from './guarded.ts';
import { granted, thrown } from './problem.ts';
import type { Services } from './services.ts';

const PAGE = 100;

export function deskRoutes(os: Guarded, { world }: Services) {
  return {
    accounts: os.accounts.handler(async ({ context: { signIn, seen } }) => ({
      accounts: (await signIn.accounts()).map(({ suspendedAt, founding: _founding, ...account }) => ({
        ...account,
        suspended: suspendedAt !== null,
        own: account.userId === seen?.userId,
      })),
    })),
    createAccount: os.createAccount.handler(async ({ input, context }) =>
      codeOf(await context.signIn.createAccount(by(context), input)),
    ),
    resetAtDesk: os.resetAtDesk.handler(async ({ input, context }) =>
      codeOf(await context.signIn.resetAtDesk(by(context), input)),
    ),
    bindSubject: os.bindSubject.handler(async ({ input: { userId, subject }, context }) =>
      done(await context.signIn.bindSubject(by(context), userId, subject)),
    ),
    suspend: os.suspend.handler(async ({ input, context }) =>
      done((await lastOf(world, input.userId)) ?? (await context.signIn.suspend(by(context), input.userId))),
    ),
    resume: os.resume.handler(async ({ input, context }) =>
      done(await context.signIn.resume(by(context), input.userId)),
    ),
    endSessions: os.endSessions.handler(async ({ input, context }) =>
      done(await context.signIn.endSessions(by(context), input.userId)),
    ),
    audit: os.audit.handler(async ({ input: { before }, context: { signIn } }) => {
      const names = new Map((await signIn.accounts()).map(({ userId, name }) => [userId, name]));
      const named = (userId: string | null) => (userId === null ? '' : (names.get(userId) ?? userId));
      const rows = await signIn.audit({ limit: PAGE + 1, ...(before === undefined ? {} : { before }) });
      const entries = rows.slice(0, PAGE).map(({ userAgent: _agent, who, account, ...row }) => ({
        ...row,
        who: named(who),
        account: named(account),
      }));
      return { entries, more: rows.length > PAGE };
    }),
  };
}

/** Nobody could undo it: the last administrator of a kind stays. */
async function lastOf(world: World, userId: string): Promise<Refusal | null> {
  const today = dayInShanghai(world.now());
  const isLast = await world.store.read((tx) => isLastAdministrator(tx, userId, today));
  return isLast ? refuse('lastAdministrator', null) : null;
}

/** Only somebody signed in has an ability at the desk. */
function by({ seen, caller }: Asking) {
  if (seen === null) throw new Error('the desk was reached without a session');
  return { userId: seen.userId, caller };
}

function codeOf(answer: (DeskCode & { readonly refused?: undefined }) | Refusal): DeskCode {
  if (isRefusal(answer)) throw thrown(answer);
  const { userId, code, expiresAt } = answer;
  return { userId, code, expiresAt };
}

function done(refusal: Refusal | null): Record<string, never> {
  granted(refusal);
  return {};
}
