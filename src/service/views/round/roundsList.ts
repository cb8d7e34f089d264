/** The rounds of a year: which have begun, and where each stands. */
import { readFact, yearBook } from '../../../domain/fact.ts';
import { type Day, firstDay, periods } from '../../../domain/period.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { STATE_NAMES, STATES } from '../../../domain/round/acts.ts';
import { ROUND_FACTS, type RoundFact } from '../../../domain/round/facts.ts';
import { stateOn } from '../../../domain/round/matter.ts';
import { foldRound } from '../../../domain/round/round.ts';
import type { Reading } from '../../ports.ts';
import type { Here } from '../../round/roundState.ts';
import { labelOf } from './roundDesk.ts';

export type RoundHead = {
  readonly period: number;
  readonly label: string;
  readonly first: Day;
  /** Null: not begun. */
  readonly filingOn: Day | null;
  readonly people: number;
  /** States with at least one member in them, in the procedure's order. */
  readonly states: readonly { readonly name: string; readonly count: number }[];
};

/** Refuses a year without books (yearNotOpen). The year's facts are read once for all its rounds. */
export async function roundsList(
  tx: Reading,
  { organisationId, year }: Omit<Here, 'period'>,
  today: Day,
): Promise<RoundHead[] | Refusal> {
  const row = await tx.policy(organisationId, yearBook(year));
  if (row === undefined) return refuse('yearNotOpen', 'An1.1', { year });
  const policy = JSON.parse(row.content) as Policy;
  const facts = (await tx.factsOfTypes(organisationId, yearBook(year), ROUND_FACTS)).map((one) => ({
    fact: readFact(one) as RoundFact,
    seq: one.seq,
  }));
  const calendar = { year, count: policy.periods.count };
  return periods(calendar.count).map((period) => {
    const { opened, matters } = foldRound(facts.filter(({ fact }) => fact.period === period));
    const all = [...matters.values()].map((matter) => stateOn(matter, today));
    const counted = STATE_NAMES.map((name) => ({
      name: STATES[name],
      count: all.filter((one) => one === name).length,
    }));
    return {
      period,
      label: labelOf(policy, period),
      first: firstDay(calendar, period),
      filingOn: opened?.filingOn ?? null,
      people: all.length,
      states: counted.filter(({ count }) => count > 0),
    };
  });
}
