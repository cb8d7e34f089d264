/** 三员 in the books: when sign-in is set up, the first two administrators hold their offices by facts like everybody else. */
import { LOCAL_OPERATOR } from '../domain/access/actor.ts';
import { LEVELS, MACHINE, type OfficeKind } from '../domain/office/office.ts';
import { isRefusal } from '../domain/refusal.ts';
import { dayInShanghai } from './dayInShanghai.ts';
import { type Command, perform } from './perform.ts';
import type { World } from './ports.ts';

export type First = {
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly office: OfficeKind;
};

/** The last act of the local operator. Called again after an interruption it does what was left, and otherwise nothing. */
export async function establish(world: World, first: readonly First[]): Promise<void> {
  const founding = { name: LEVELS.machine, level: 'machine', example: false, parentId: null } as const;
  const held = await world.store.read((tx) => tx.offices(MACHINE));
  if (held.length >= first.length) return;
  const isFounded = (await world.store.read((tx) => tx.organisation(MACHINE))) !== undefined;
  if (!isFounded) await done(world, { type: 'foundOrganisation', organisationId: MACHINE, ...founding });
  for (const { userId, username, name, office } of first) {
    const here = { organisationId: MACHINE } as const;
    const known = await world.store.read((tx) => tx.personByNumber(MACHINE, username));
    if (known === undefined)
      await done(world, { type: 'enterPerson', ...here, number: username, name, post: null });
    const personId = (await world.store.read((tx) => tx.personByNumber(MACHINE, username)))?.personId ?? '';
    const linked = await world.store.read((tx) => tx.personAccount(MACHINE, personId));
    if (linked === undefined) await done(world, { type: 'linkAccount', ...here, personId, userId });
    if (held.some((one) => one.personId === personId)) continue;
    const from = dayInShanghai(world.now());
    const term = { from, until: null, deputyOf: null, scope: null, basis: '首次启用登录' };
    await done(world, { type: 'giveOffice', ...here, personId, office, ...term });
  }
}

async function done(world: World, command: Command): Promise<void> {
  const answer = await perform(world, LOCAL_OPERATOR, command, { key: world.newId() });
  if (isRefusal(answer)) throw new Error(`the first administrators could not be entered: ${answer.code}`);
}
