/** Appeals that wait for an answer over the branches below, as far as the reader answers them; one query of facts a year. */
import type { Actor } from '../../../domain/access/actor.ts';
import { can } from '../../../domain/access.ts';
import type { Holidays } from '../../../domain/calendar/holidays.ts';
import { readFact, yearBook } from '../../../domain/fact.ts';
import { type Day, yearOf } from '../../../domain/period.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { RoundFact } from '../../../domain/round/facts.ts';
import { accessObjects } from '../../accessObject.ts';
import { dayInShanghai } from '../../dayInShanghai.ts';
import type { OrganisationRow, Reading } from '../../ports.ts';
import { policyOf } from '../../viewRows.ts';
import { periodName } from '../naming.ts';
import { branchesBelow } from '../overview.ts';
import { dueFrom } from './due.ts';

type Asked = { readonly actor: Actor; readonly today: Day; readonly holidays: Holidays };
type Open = {
  readonly organisationId: string;
  readonly year: number;
  readonly lodged: Extract<RoundFact, { type: 'appealLodged' }>;
  readonly on: Day;
};

/** By the day they are due. This year's and last year's: a year's last quarter is appealed against in the next. */
export async function waitingAppeals(tx: Reading, organisationId: string, asked: Asked) {
  const branches = await branchesBelow(tx, organisationId);
  if (isRefusal(branches)) return branches satisfies Refusal;
  const ids = branches.map((one) => one.organisationId);
  const { today } = asked;
  const open: Open[] = [];
  for (const year of [yearOf(today), yearOf(today) - 1]) open.push(...(await openIn(tx, ids, year)));
  const theirs = await answeredBy(tx, open, asked);
  const lines = [];
  for (const [id, some] of Map.groupBy(theirs, (one) => one.organisationId))
    lines.push(
      ...(await linesOf(
        tx,
        branches.find((one) => one.organisationId === id),
        some,
        asked,
      )),
    );
  return lines.toSorted((a, b) => (a.due.day < b.due.day ? -1 : 1));
}

async function openIn(tx: Reading, ids: readonly string[], year: number): Promise<Open[]> {
  const open = new Map<string, Open>();
  for (const row of await tx.factsOfTypesIn(ids, yearBook(year), ['appealLodged', 'appealAnswered'])) {
    const fact = readFact(row) as RoundFact;
    const { organisationId, at } = row;
    if (fact.type === 'appealAnswered') open.delete(fact.appealId);
    if (fact.type === 'appealLodged')
      open.set(fact.appealId, { organisationId, year, lodged: fact, on: dayInShanghai(at) });
  }
  return [...open.values()];
}

/** Who answers is asked of each member's matter; nobody answers their own. */
async function answeredBy(tx: Reading, open: readonly Open[], { actor, today }: Asked): Promise<Open[]> {
  const ids = [...new Set(open.map(({ organisationId }) => organisationId))];
  if (ids.length === 0) return [];
  const objects = await accessObjects(tx, ids, today);
  const accounts = await tx.accountsIn(ids);
  return open.filter(({ organisationId, lodged: { personId } }) => {
    const object = objects.get(organisationId);
    const users = accounts.flatMap((one) =>
      one.organisationId === organisationId && one.personId === personId ? (one.userId ?? []) : [],
    );
    return (
      object !== undefined && can(actor, 'answerAppeal', { ...object, about: [personId], users }) === true
    );
  });
}

async function linesOf(
  tx: Reading,
  branch: OrganisationRow | undefined,
  open: readonly Open[],
  { today, holidays }: Asked,
) {
  if (branch === undefined) return [];
  const { organisationId, name } = branch;
  const people = await tx.personsNamed(
    organisationId,
    open.map(({ lodged }) => lodged.personId),
  );
  const names = new Map(people.map((row) => [row.personId, row.name]));
  const policies = new Map((await tx.policies(organisationId)).map((row) => [row.book, row.content]));
  return open.map(({ year, lodged: { appealId, period, personId, answerUntil }, on }) => {
    const policy = policies.get(yearBook(year));
    return {
      id: appealId,
      organisation: { id: organisationId, name },
      year,
      period,
      label: policy === undefined ? '' : periodName(policyOf(policy), period),
      member: { id: personId, name: names.get(personId) ?? '' },
      on,
      due: dueFrom(answerUntil, today, holidays),
    };
  });
}
