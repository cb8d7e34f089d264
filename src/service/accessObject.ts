/** What an ability is asked of, as the books have it now: where the organisation belongs, and who holds what there. */
import type { AccessObject } from '../domain/access/actor.ts';
import type { Holder, OfficeKind } from '../domain/office/office.ts';
import { isHeldOn } from '../domain/office/office.ts';
import type { Day } from '../domain/period.ts';
import type { PlacingRow, Reading } from './ports.ts';
import { personOf } from './personOf.ts';
import { leadersAmong } from './views/leaders.ts';
import { officeOf } from './viewRows.ts';

/** Whose matter it is, and about which office. The accounts of `about` are looked up. */
export type Matter = {
  readonly about?: readonly string[];
  readonly users?: readonly string[];
  readonly office?: OfficeKind | undefined;
};

export async function accessObject(
  tx: Reading,
  organisation: string,
  today: Day,
  { about = [], users = [], office }: Matter = {},
): Promise<AccessObject> {
  const above = organisationsAbove(await tx.placings(), organisation);
  const roll: Holder[] = [];
  for (const one of [organisation, ...above]) roll.push(...(await holdersOn(tx, one, today)));
  const accounts: string[] = [...users];
  for (const personId of about) {
    const userId = (await tx.personAccount(organisation, personId))?.userId ?? null;
    if (userId !== null) accounts.push(userId);
  }
  return {
    organisation,
    above,
    about,
    users: accounts,
    roll,
    ...(office === undefined ? {} : { office }),
    ...(await careOf(tx, organisation, about)),
  };
}

/** Who looks after the people it is about: their leader in charge, and their Party group. */
async function careOf(tx: Reading, organisation: string, about: readonly string[]) {
  if (about.length === 0) return {};
  const groups = new Map<string, string | null>();
  for (const personId of about) {
    const row = await tx.person(organisation, personId);
    if (row !== undefined) groups.set(personId, personOf(row).group);
  }
  return { leaders: await leadersAmong(tx, organisation, about), groups };
}

/** Nearest first; ends where the books end, or where somebody's SQL has made a circle. */
export function organisationsAbove(placings: readonly PlacingRow[], organisation: string): string[] {
  const parents = new Map(placings.map(({ organisationId, parentId }) => [organisationId, parentId]));
  const above: string[] = [];
  for (let next = parents.get(organisation) ?? null; next !== null; next = parents.get(next) ?? null) {
    if (next === organisation || above.includes(next)) break;
    above.push(next);
  }
  return above;
}

/** Whoever holds an office there on that day. */
async function holdersOn(tx: Reading, organisation: string, day: Day): Promise<Holder[]> {
  return (await tx.holders(organisation)).flatMap(({ userId, ...row }) => {
    const office = officeOf(row);
    return isHeldOn(office, day) ? [{ ...office, userId }] : [];
  });
}
