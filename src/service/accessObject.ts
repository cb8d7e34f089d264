/** What an ability is asked of, as the books have it now: where the organisation belongs, and who holds what there. */
import { type AccessObject, accountIn } from '../domain/access/actor.ts';
import type { Holder, OfficeKind } from '../domain/office/office.ts';
import { isHeldOn } from '../domain/office/office.ts';
import { type Absence, isAwayOn } from '../domain/office/substitute.ts';
import type { Day } from '../domain/period.ts';
import { personOf } from './personOf.ts';
import { leadersAmong } from './views/leaders.ts';
import type { HolderRow, PlacingRow, Reading } from './ports.ts';
import { officeOf } from './viewRows.ts';

/** Whose matter it is, and about which office. The accounts of `about` are looked up. */
export type Matter = {
  readonly about?: readonly string[];
  readonly users?: readonly string[];
  readonly office?: OfficeKind | undefined;
  /** Ids of offices whose holders have let a term pass without a word (G17): whoever keeps that term says which. */
  readonly silent?: readonly string[];
};

export async function accessObject(
  tx: Reading,
  organisation: string,
  today: Day,
  { about = [], users = [], office, silent = [] }: Matter = {},
): Promise<AccessObject> {
  const above = organisationsAbove(await tx.placings(), organisation);
  const roll: Holder[] = [];
  const away = new Map<string, Absence>(silent.map((officeId) => [officeId, 'silent']));
  for (const one of [organisation, ...above]) {
    for (const row of (await tx.holders(one)).filter((held) => isHeldOn(officeOf(held), today))) {
      roll.push(holderOf(row));
      if (isAwayOn(row, today)) away.set(row.officeId, 'onLeave');
    }
  }
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
    away,
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

/** `namedBy`: a deputy is somebody's choice, an office is not. */
function holderOf({ userId, ...row }: HolderRow): Holder {
  const { from: _from, until: _until, endedOn: _endedOn, ...held } = officeOf(row);
  return { ...held, userId, namedBy: row.deputyOf === null ? null : accountIn(row.givenBy) };
}
