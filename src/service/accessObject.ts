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

/** A number of queries that grows neither with the people it is about nor with the other organisations. */
export async function accessObject(
  tx: Reading,
  organisation: string,
  today: Day,
  { about = [], users = [], office, silent = [] }: Matter = {},
): Promise<AccessObject> {
  const above = await organisationsAbove(tx, organisation);
  const { roll, away } = rollOf(
    [organisation, ...above],
    holdersOn(await tx.holdersIn([organisation, ...above]), today),
  );
  for (const officeId of silent) if (!away.has(officeId)) away.set(officeId, 'silent');
  const accounts = await accountsOf(tx, organisation, about);
  return {
    organisation,
    above,
    about,
    users: [...users, ...about.flatMap((personId) => accounts.get(personId) ?? [])],
    roll,
    away,
    ...(office === undefined ? {} : { office }),
    ...(await careOf(tx, organisation, about)),
  };
}

/** The same asked about each of these people alone, by person id: as many queries as about one. */
export async function aboutEach(
  tx: Reading,
  whole: AccessObject,
  people: readonly string[],
): Promise<ReadonlyMap<string, AccessObject>> {
  const accounts = await accountsOf(tx, whole.organisation, people);
  const care = await careOf(tx, whole.organisation, people);
  return new Map(
    people.map((personId) => {
      const userId = accounts.get(personId) ?? null;
      return [personId, { ...whole, about: [personId], users: userId === null ? [] : [userId], ...care }];
    }),
  );
}

/** The same of many organisations, each as a whole, by id: as many queries as for one. */
export async function accessObjects(
  tx: Reading,
  organisations: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, AccessObject>> {
  const parents = parentsOf(await tx.placingsAbove(organisations));
  const lines = organisations.map((one) => [one, ...lineOf(parents, one)] as const);
  const holders = holdersOn(await tx.holdersIn([...new Set(lines.flat())]), today);
  return new Map(
    lines.map(([organisation, ...above]) => [
      organisation,
      { organisation, above, ...rollOf([organisation, ...above], holders) },
    ]),
  );
}

async function accountsOf(tx: Reading, organisation: string, people: readonly string[]) {
  const linked = people.length === 0 ? [] : await tx.accountsNamed(organisation, people);
  return new Map(linked.map(({ personId, userId }) => [personId, userId]));
}

type HeldBy = ReadonlyMap<string, readonly { readonly holder: Holder; readonly isAway: boolean }[]>;

/** By organisation, who holds what there that day. */
function holdersOn(rows: readonly HolderRow[], today: Day): HeldBy {
  const held = rows.filter((row) => isHeldOn(officeOf(row), today));
  const found = held.map((row) => ({ holder: holderOf(row), isAway: isAwayOn(row, today) }));
  return Map.groupBy(found, ({ holder }) => holder.organisationId);
}

function rollOf(organisations: readonly string[], held: HeldBy) {
  const there = organisations.flatMap((one) => held.get(one) ?? []);
  const away = there.filter(({ isAway }) => isAway).map(({ holder }) => holder.officeId);
  return {
    roll: there.map(({ holder }) => holder),
    away: new Map<string, Absence>(away.map((officeId) => [officeId, 'onLeave'])),
  };
}

/** Who looks after the people it is about: their leader in charge, and their Party group. */
async function careOf(tx: Reading, organisation: string, about: readonly string[]) {
  if (about.length === 0) return {};
  const rows = await tx.personsNamed(organisation, about);
  const groups = new Map(rows.map((row) => [row.personId, personOf(row).group]));
  return { leaders: await leadersAmong(tx, organisation, about), groups };
}

/** Nearest first; ends where the books end, or where somebody's SQL has made a circle. */
export async function organisationsAbove(tx: Reading, organisation: string): Promise<string[]> {
  return lineOf(parentsOf(await tx.placingsAbove([organisation])), organisation);
}

const parentsOf = (placings: readonly PlacingRow[]) =>
  new Map(placings.map(({ organisationId, parentId }) => [organisationId, parentId]));

function lineOf(parents: ReadonlyMap<string, string | null>, organisation: string): string[] {
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
