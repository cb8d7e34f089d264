/** 消息: what happened in the rounds one takes part in, newest first, derived from the facts; only how far one has read is kept. */
import { can } from '../../domain/access.ts';
import { actorText, type PersonActor } from '../../domain/access/actor.ts';
import { readFact, yearBook } from '../../domain/fact.ts';
import type { Chained } from '../../domain/ledger/envelope.ts';
import { type Day, yearOf } from '../../domain/period.ts';
import type { RoundFact } from '../../domain/round/facts.ts';
import type { Reading } from '../ports.ts';
import { type OwnRounds, ownRounds } from '../todo/ownRounds.ts';
import { type Place, placesOf } from '../todo/places.ts';
import { type KnownPolicies, type PolicyMemory, policiesFor } from '../todo/policies.ts';
import { periodName } from '../views/naming.ts';
import { toMember, toOffices } from './words.ts';

export type Message = {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly year: number;
  /** Of the fact in its year's book: order, and what the mark is held against. */
  readonly seq: number;
  /** A UTC instant. */
  readonly at: string;
  readonly says: string;
  readonly address: string;
  readonly unread: boolean;
};

/** Older ones stand where they happened: in the matter's course and the round's history. */
const MOST = 60;

const FOR_OFFICES = [
  'roundOpened',
  'noticePublished',
  'roundSubmitted',
  'roundReturned',
  'roundReviewed',
  'roundFiled',
  'bulletinIssued',
];

/** This year's and last year's. What one did oneself is no news. Two queries a year. */
export async function messagesOf(
  tx: Reading,
  actor: PersonActor,
  memory: PolicyMemory,
  today: Day,
): Promise<Message[]> {
  const places = (await placesOf(tx, actor, today)).filter(
    ({ base }) => can(actor, 'readRound', base) === true,
  );
  const selves = actor.selves.map(({ organisationId }) => organisationId);
  const ids = [...new Set([...places.map(({ organisation }) => organisation.organisationId), ...selves])];
  const years = [yearOf(today), yearOf(today) - 1];
  const policies = await policiesFor(tx, memory, ids, years);
  const names = new Map((await tx.organisationsNamed(ids)).map((one) => [one.organisationId, one.name]));
  const marks = new Map(
    (await tx.messageMarks(actor.userId)).map((row) => [`${row.organisationId} ${row.book}`, row.seq]),
  );
  const told: Told[] = [];
  for (const year of years) {
    for (const own of await ownRounds(tx, actor.selves, year, policies)) told.push(...toldSelf(own, year));
    told.push(...(await toldOffices(tx, places, year, policies)));
  }
  const said = new Map(
    told.toReversed().map((one) => [`${one.row.organisationId} ${one.year} ${one.row.seq}`, one]),
  );
  return [...said.values()]
    .filter(({ row }) => row.actor !== actorText(actor))
    .map(({ row, year, says, address }) => ({
      organisation: { id: row.organisationId, name: names.get(row.organisationId) ?? '' },
      year,
      seq: row.seq,
      at: row.at,
      says,
      address,
      unread: row.seq > (marks.get(`${row.organisationId} ${yearBook(year)}`) ?? 0),
    }))
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.seq - a.seq))
    .slice(0, MOST);
}

/** Of one fact the first told wins: what one's own matter says before what an office is told. */
type Told = { readonly row: Chained; readonly year: number; readonly says: string; readonly address: string };

function toldSelf({ self, policy, rows }: OwnRounds, year: number): Told[] {
  const { organisationId, personId } = self;
  const notices = new Map<string, readonly string[]>();
  return rows.flatMap((row): Told[] => {
    const fact = readFact(row) as RoundFact;
    if (fact.type === 'noticeDrafted') notices.set(fact.noticeId, fact.people);
    if (!concerns(fact, personId, notices)) return [];
    const says = toMember(fact, `${year}年${periodName(policy, fact.period)}`);
    const address = `/branch/${organisationId}/${year}/rounds/${fact.period}/member/${personId}`;
    return says === null ? [] : [{ row, year, says, address }];
  });
}

function concerns(
  fact: RoundFact,
  personId: string,
  notices: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (fact.type === 'noticePublished') return notices.get(fact.noticeId)?.includes(personId) === true;
  if ('people' in fact) return fact.people.includes(personId);
  return fact.type === 'bulletinIssued' || 'personId' in fact;
}

async function toldOffices(
  tx: Reading,
  places: readonly Place[],
  year: number,
  policies: KnownPolicies,
): Promise<Told[]> {
  const ids = places.map(({ organisation }) => organisation.organisationId);
  const rows = await tx.factsOfTypesIn(ids, yearBook(year), FOR_OFFICES);
  return rows.flatMap((row): Told[] => {
    const fact = readFact(row) as RoundFact;
    const policy = policies(row.organisationId, year);
    const says = policy === undefined ? null : toOffices(fact, `${year}年${periodName(policy, fact.period)}`);
    const address = `/branch/${row.organisationId}/${year}/rounds/${fact.period}`;
    return says === null ? [] : [{ row, year, says, address }];
  });
}
