/** What the demonstration needs of the accounts: each opened with its one-time code, as at the desk, and one password for all. */
import { OFFICES } from '../domain/office/office.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { DemoPerson } from '../cli/demo.ts';
import { CAST, DEMO_ADMINISTRATORS } from '../service/demo/cast.ts';
import type { DemoAccounts } from '../service/demo/makeDemo.ts';
import type { SignIn } from '../signIn/open.ts';
import type { Caller } from '../signIn/ports.ts';

/** Known to everybody who reads this: good only for books that are marked 示例 and hold nothing real. */
export const DEMO_PASSWORD = 'Qingjiang-示例-2026';

const HERE: Caller = { headers: new Headers(), peer: '127.0.0.1' };

export function demoAccounts(signIn: SignIn, token: string): DemoAccounts {
  let by = '';
  const redeemed = async (username: string, code: string) => {
    sound(await signIn.redeemCode(HERE, { username, code, password: DEMO_PASSWORD }));
  };
  return {
    setUp: async ({ security, system }) => {
      const wanted = { ...security, password: DEMO_PASSWORD };
      const made = sound(
        await signIn.setUp(HERE, { token, securityAdministrator: wanted, systemAdministrator: system }),
      );
      by = made.securityAdministrator;
      await redeemed(system.username, made.systemAdministrator.code);
      return { security: by, system: made.systemAdministrator.userId };
    },
    open: async (username, name) => {
      const { userId, code } = sound(
        await signIn.createAccount({ userId: by, caller: HERE }, { username, name }),
      );
      await redeemed(username, code);
      return userId;
    },
  };
}

function sound<T extends object>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`the demonstration's accounts were refused: ${answer.code}`);
  return answer;
}

/** Everybody who can sign in, with what they hold. */
export function demoPeople(): DemoPerson[] {
  const { security, system, audit } = DEMO_ADMINISTRATORS;
  const cast = CAST.flatMap(({ username, name, held }) =>
    username === null
      ? []
      : [{ username, name, offices: held.map(({ office }) => OFFICES[office]).join('、') || OFFICES.member }],
  );
  return [
    ...cast,
    { ...security, offices: OFFICES.securityAdministrator },
    { ...system, offices: OFFICES.systemAdministrator },
    { ...audit, offices: OFFICES.auditAdministrator },
  ];
}
