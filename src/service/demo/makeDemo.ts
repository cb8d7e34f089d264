/** jifen demo: the whole cast at work on invented books. Whatever is done after sign-in is set up is done by whoever's office it is. */
import type { Actor, PersonActor } from '../../domain/access/actor.ts';
import { MACHINE } from '../../domain/office/office.ts';
import { dayOf, yearStart } from '../../domain/period.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { dayInShanghai } from '../dayInShanghai.ts';
import { establish } from '../establish.ts';
import type { World } from '../ports.ts';
import { actorOf } from '../views/officesOfUser.ts';
import { CAST, type CastMember, DEMO_ADMINISTRATORS } from './cast.ts';
import { castKey, type DemoBooks, type DemoSource, demoBooks } from './demoBooks.ts';
import { atDays } from './atDays.ts';
import { demoExemptions } from './demoExemptions.ts';
import { demoPlans } from './demoPlans.ts';
import { demoRounds } from './demoRounds.ts';
import { type ActingAs, done } from './done.ts';

/** The room of accounts: the first two administrators, then one account after another, each with the demonstration's password. */
export type DemoAccounts = {
  readonly setUp: (
    first: Pick<typeof DEMO_ADMINISTRATORS, 'security' | 'system'>,
  ) => Promise<{ readonly security: string; readonly system: string }>;
  readonly open: (username: string, name: string) => Promise<string>;
};

/** Refuses a place where there are books already (demoNeedsEmpty): nothing is ever mixed with real ones. */
export async function makeDemo(
  world: World,
  source: DemoSource,
  accounts: DemoAccounts,
  tell: (doing: string) => void,
): Promise<DemoBooks | Refusal> {
  const known = await world.store.read((tx) => tx.organisations());
  if (known.length > 0) return refuse('demoNeedsEmpty', null);
  tell('登记组织、名册和职务');
  const town = atDays(world, dayOf(source.year, 1, 5) ?? yearStart(source.year));
  const books = await demoBooks(world, town.world, source);
  tell('建立账号');
  const as = await people(world, books, accounts);
  tell('拟定、认可、批准目标任务');
  await demoPlans(world, books, source.version.policy, as);
  await demoExemptions(world, books, as);
  tell('办理各季度的积分工作');
  await demoRounds(world, town, books, source.version.policy, as);
  return books;
}

async function people(world: World, books: DemoBooks, accounts: DemoAccounts): Promise<ActingAs> {
  const { security, system, audit } = DEMO_ADMINISTRATORS;
  const first = await accounts.setUp({ security, system });
  await establish(world, [
    { userId: first.security, ...security, office: 'securityAdministrator' },
    { userId: first.system, ...system, office: 'systemAdministrator' },
  ]);
  const users = new Map<string, string>();
  const acting = (userId: string, name: string): Promise<PersonActor> =>
    world.store.read((tx) => actorOf(tx, { userId, name }, dayInShanghai(world.now())));
  const desk = () => acting(first.security, security.name);
  for (const one of CAST) {
    if (one.username === null) continue;
    users.set(one.name, await linked(world, books, accounts, one, await desk()));
  }
  await auditor(
    world,
    books.year,
    await accounts.open(audit.username, audit.name),
    await desk(),
    await acting(first.system, system.name),
  );
  return (name, on) =>
    world.store.read((tx) =>
      actorOf(tx, { userId: users.get(name) ?? '', name }, on ?? dayInShanghai(world.now())),
    );
}

async function linked(
  world: World,
  { organisations, people: known }: DemoBooks,
  accounts: DemoAccounts,
  one: CastMember,
  desk: Actor,
) {
  const userId = await accounts.open(one.username ?? '', one.name);
  const personId = known.get(castKey(one)) ?? '';
  await done(world, desk, {
    type: 'linkAccount',
    organisationId: organisations[one.place],
    personId,
    userId,
  });
  return userId;
}

async function auditor(world: World, year: number, userId: string, desk: Actor, system: Actor) {
  const { username, name } = DEMO_ADMINISTRATORS.audit;
  const here = { organisationId: MACHINE } as const;
  const { personId } = await done(world, system, {
    type: 'enterPerson',
    ...here,
    number: username,
    name,
    post: null,
  });
  await done(world, desk, { type: 'linkAccount', ...here, personId: String(personId), userId });
  await done(world, desk, {
    type: 'giveOffice',
    ...here,
    office: 'auditAdministrator',
    personId: String(personId),
    scope: null,
    from: yearStart(year),
    until: null,
    deputyOf: null,
    basis: '示例：三员分设',
  });
}
