/** What the commands of a round read: the round so far, the year's policy, the members, and the tasks that are due. */
import { memberStream, readFact, REGISTER, yearBook } from '../../domain/fact.ts';
import type { Member } from '../../domain/member/member.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { matterStream, ROUND_FACTS, type RoundFact, roundStream } from '../../domain/round/facts.ts';
import { type Matter } from '../../domain/round/matter.ts';
import { foldRound, type Round } from '../../domain/round/round.ts';
import { foldRegister } from '../fold.ts';
import type { Chained } from '../../domain/ledger/envelope.ts';
import type { Reading } from '../ports.ts';

/** Which round: of one organisation, one year, one period. */
export type Here = { readonly organisationId: string; readonly year: number; readonly period: number };

export type RoundState = {
  readonly policy: Policy;
  readonly round: Round;
  /** By person id, of those asked for. */
  readonly members: ReadonlyMap<string, Member>;
  /** Who wrote each fact of the round, by seq: `person:<userId>`. */
  readonly actors: ReadonlyMap<number, string>;
};

/** Reads the matters of those people alone, not the whole round. Refuses a year without books (yearNotOpen). */
export async function loadMatters(
  tx: Reading,
  { organisationId, year, period }: Here,
  people: readonly string[],
): Promise<RoundState | Refusal> {
  const streams = [roundStream(period), ...people.map((personId) => matterStream(period, personId))];
  return stateFrom(
    tx,
    organisationId,
    year,
    people,
    await tx.factsOf(organisationId, yearBook(year), streams),
  );
}

/** Reads the whole round of that period. */
export async function loadRound(
  tx: Reading,
  { organisationId, year, period }: Here,
): Promise<RoundState | Refusal> {
  const rows = await tx.factsOfTypes(organisationId, yearBook(year), ROUND_FACTS);
  const ofPeriod = rows.filter(
    ({ stream }) => stream === roundStream(period) || stream.startsWith(`matter:${period}:`),
  );
  const people = ofPeriod.flatMap((row) => {
    const fact = roundFact(row);
    return fact.type === 'roundOpened' ? fact.people : [];
  });
  return stateFrom(tx, organisationId, year, people, ofPeriod);
}

async function stateFrom(
  tx: Reading,
  organisationId: string,
  year: number,
  people: readonly string[],
  rows: readonly Chained[],
): Promise<RoundState | Refusal> {
  const policy = await tx.policy(organisationId, yearBook(year));
  if (policy === undefined) return refuse('yearNotOpen', 'An1.1', { year });
  const known = foldRegister(await tx.factsOf(organisationId, REGISTER, people.map(memberStream)));
  return {
    policy: JSON.parse(policy.content) as Policy,
    round: foldRound(rows.map((row) => ({ fact: roundFact(row), seq: row.seq }))),
    members: new Map([...known].map(([personId, { member }]) => [personId, member])),
    actors: new Map(rows.map(({ seq, actor }) => [seq, actor])),
  };
}

function roundFact(row: Chained): RoundFact {
  return readFact(row) as RoundFact;
}

/** Refuses a round that is not open (roundNotOpen) and somebody it is not about (notOfRound). */
export function matterOf({ round }: RoundState, { period }: Here, personId: string): Matter | Refusal {
  if (round.opened === null) return refuse('roundNotOpen', 'An1.3', { period });
  return round.matters.get(personId) ?? refuse('notOfRound', 'An1.3', { period });
}
