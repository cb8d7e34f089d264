/** Where somebody may have something to do: the organisations of their offices and those below, read in a bounded number of queries. */
import type { AccessObject, PersonActor } from '../../domain/access/actor.ts';
import { memberStream, readFact, REGISTER } from '../../domain/fact.ts';
import type { Chained } from '../../domain/ledger/envelope.ts';
import { MACHINE } from '../../domain/office/office.ts';
import { whoActs } from '../../domain/office/substitute.ts';
import type { Day } from '../../domain/period.ts';
import { accessObjects } from '../accessObject.ts';
import type { OrganisationRow, PersonAccountRow, Reading } from '../ports.ts';

export type Place = {
  readonly organisation: Pick<OrganisationRow, 'organisationId' | 'name'>;
  /** What abilities are asked of there, of nobody in particular and of one member. */
  readonly base: AccessObject;
  readonly objectOf: (personId: string, unanswered?: ReadonlySet<string>) => AccessObject;
  /** One of them stands for all that are alike to the reader: apart are office holders and the reader. */
  readonly kindOf: (personId: string) => string;
  /** Whether everybody's matter there may be the reader's, or only that of those who are apart. */
  readonly whole: boolean;
  readonly apart: ReadonlySet<string>;
};

/** Not the machine's register, and not where being a member is all they are: that is their own matter alone. */
export async function placesOf(tx: Reading, actor: PersonActor, today: Day): Promise<Place[]> {
  const held = actor.offices.filter((one) => one.organisationId !== MACHINE && one.office !== 'member');
  const here = new Set(held.map(({ organisationId }) => organisationId));
  const wanted = new Set(here);
  for (const { office, organisationId } of held)
    if (office === 'committeeOfficer' || office === 'secretary')
      for (const below of await tx.organisationsBelow(organisationId)) wanted.add(below);
  const ids = [...wanted];
  if (ids.length === 0) return [];
  const objects = await accessObjects(tx, ids, today);
  const accounts = Map.groupBy(await tx.accountsIn(ids), (row) => row.organisationId);
  const known = (await tx.organisationsNamed(ids)).flatMap((organisation): Known[] => {
    const id = organisation.organisationId;
    const object = objects.get(id);
    if (object === undefined) return [];
    const base = { ...object, about: [], users: [] };
    const bare = { id, organisation, base, accounts: accounts.get(id) ?? [] };
    return [{ ...bare, whole: here.has(id) || !signsWithin(base), apart: apart(actor, bare) }];
  });
  const leaders = await leadersFor(tx, known);
  return known.map((one) => placeOf(one, leaders.get(one.id) ?? new Map()));
}

type Known = Bare & Pick<Place, 'whole' | 'apart'>;
type Bare = {
  readonly id: string;
  readonly organisation: OrganisationRow;
  readonly base: AccessObject;
  readonly accounts: readonly PersonAccountRow[];
};
type Leaders = ReadonlyMap<string, string | null>;

/**
 * Who leads whom: of everybody where the reader holds an office, or where nobody in the branch could sign instead of a leader;
 * elsewhere of those alone for whom somebody above may have to.
 */
async function leadersFor(tx: Reading, known: readonly Known[]): Promise<Map<string, Leaders>> {
  const idsOf = (some: readonly Known[]) => some.map(({ id }) => id);
  const others = known.filter(({ whole }) => !whole);
  const facts = [
    ...(await tx.factsOfTypesIn(idsOf(known.filter(({ whole }) => whole)), REGISTER, ['leaderAssigned'])),
    ...(await tx.factsOfStreamsIn(
      idsOf(others),
      REGISTER,
      others.flatMap((one) => [...one.apart].map(memberStream)),
    )),
  ];
  const byPlace = Map.groupBy(facts, (row) => row.organisationId);
  return new Map([...byPlace].map(([id, rows]) => [id, assigned(rows)]));
}

function signsWithin({ organisation, above = [], roll = [], away = new Map() }: AccessObject): boolean {
  const { as } = whoActs('secretary', { organisation, above, about: [], users: [], roll, away });
  return as === 'holder' || as === 'deputy';
}

function assigned(rows: readonly Chained[]): Leaders {
  const leaders = new Map<string, string | null>();
  for (const row of rows) {
    const fact = row.type === 'leaderAssigned' ? readFact(row) : undefined;
    if (fact?.type === 'leaderAssigned') leaders.set(fact.personId, fact.leaderId);
  }
  return leaders;
}

/** People there whose matters are not everybody's: they hold an office here or above, or are the reader. */
function apart(actor: PersonActor, { id, base, accounts }: Bare): Set<string> {
  const users = new Set((base.roll ?? []).flatMap(({ userId }) => userId ?? []));
  users.add(actor.userId);
  return new Set([
    ...(base.roll ?? []).filter((one) => one.organisationId === id).map(({ personId }) => personId),
    ...actor.selves.filter((self) => self.organisationId === id).map(({ personId }) => personId),
    ...accounts.filter(({ userId }) => userId !== null && users.has(userId)).map(({ personId }) => personId),
  ]);
}

function placeOf(known: Known, leaders: Leaders): Place {
  const { organisation, base, accounts, whole, apart: special } = known;
  const userOf = new Map(accounts.map(({ personId, userId }) => [personId, userId]));
  return {
    organisation,
    base,
    whole,
    apart: special,
    objectOf: (personId, unanswered = new Set<string>()) => {
      const userId = userOf.get(personId) ?? null;
      return { ...base, about: [personId], users: userId === null ? [] : [userId], leaders, unanswered };
    },
    kindOf: (personId) => (special.has(personId) ? personId : `led by ${leaders.get(personId) ?? ''}`),
  };
}
