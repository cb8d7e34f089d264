/** Set-up, signing in and out, and what is one's own: password, second factor, sessions. The room of accounts does the work. */
import { toDataURL } from 'qrcode';
import type { Session } from '../contract/session.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { Answer } from '../signIn/ports.ts';
import type { Asking } from './asking.ts';
import type { Guarded } from './guarded.ts';
import { granted } from './problem.ts';
import type { Services } from './services.ts';
import { establishFirst } from './first.ts';
import { whoIs } from './whoIs.ts';

export function sessionRoutes(os: Guarded, services: Services) {
  return {
    session: os.session.handler(
      async ({ context }): Promise<Session> => ({
        isSetUp: context.isSetUp,
        token: context.signIn.forms.tokenFor(context.caller),
        passwords: services.people.passwords,
        oidc: context.signIn.oidc?.name ?? null,
        ...(await whoIs(services, context)),
      }),
    ),
    setUp: os.setUp.handler(async ({ input, context: { signIn, caller } }) => {
      const { systemAdministrator } = granted(await signIn.setUp(caller, input));
      await establishFirst(services, signIn);
      const { userId, code, expiresAt } = systemAdministrator;
      return { userId, code, expiresAt };
    }),
    ...entering(os),
    ...own(os),
  };
}

function entering(os: Guarded) {
  return {
    signIn: os.signIn.handler(async ({ input, context }) => {
      const { next } = answered(context, await context.signIn.enter(context.caller, input));
      return { next };
    }),
    signInSecond: os.signInSecond.handler(async ({ input, context }) => {
      const { next } = answered(context, await context.signIn.enterSecond(context.caller, input));
      return { next };
    }),
    redeemCode: os.redeemCode.handler(async ({ input, context }) => {
      const { next } = answered(context, await context.signIn.redeemCode(context.caller, input));
      return { next };
    }),
    startOidc: os.startOidc.handler(async ({ context }) => {
      const { location } = answered(context, await context.signIn.startOidc(context.caller));
      return { location };
    }),
    signOut: os.signOut.handler(async ({ context }) => {
      answered(context, await context.signIn.leave(context.caller));
      return {};
    }),
  };
}

function own(os: Guarded) {
  return {
    changePassword: os.changePassword.handler(async ({ input, context }) => {
      answered(context, await context.signIn.changePassword(context.caller, input));
      return {};
    }),
    enrolFactor: os.enrolFactor.handler(async ({ input, context }) => {
      const { uri, recoveryCodes } = answered(
        context,
        await context.signIn.enrolFactor(context.caller, input.password),
      );
      return {
        uri,
        picture: await toDataURL(uri, { margin: 2, scale: 5 }),
        recoveryCodes: [...recoveryCodes],
      };
    }),
    confirmFactor: os.confirmFactor.handler(async ({ input, context }) => {
      answered(context, await context.signIn.confirmFactor(context.caller, input.code));
      return {};
    }),
    dropFactor: os.dropFactor.handler(async ({ input, context }) => {
      answered(context, await context.signIn.dropFactor(context.caller, input.password));
      return {};
    }),
    ownSessions: os.ownSessions.handler(async ({ context: { signIn, caller, seen } }) => {
      const account = (await signIn.accounts()).find(({ userId }) => userId === seen?.userId);
      return {
        hasSecondFactor: account?.hasSecondFactor === true,
        sessions: [...(await signIn.ownSessions(caller))],
      };
    }),
    revokeSessions: os.revokeSessions.handler(async ({ input, context }) => {
      const { ended } = answered(context, await context.signIn.revokeOwn(context.caller, input.which));
      return { ended };
    }),
  };
}

/** The cookies of an answer go into the response; a refusal is thrown. */
function answered<T extends { readonly cookies: readonly string[] }>(
  { cookies }: Asking,
  answer: T | Extract<Answer, { refused: true }>,
): T {
  const given = granted(answer) as T;
  if (!isRefusal(given)) cookies.push(...given.cookies);
  return given;
}
