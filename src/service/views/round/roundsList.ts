/** The rounds of a year: which have begun, and where each stands. */
import { type Day, firstDay, periods } from '../../../domain/period.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { STATE_NAMES, STATES } from '../../../domain/round/acts.ts';
import { stateOn } from '../../../domain/round/matter.ts';
import type { Reading } from '../../ports.ts';
import { type Here, loadRound } from '../../round/roundState.ts';
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

export async function roundsList(
  tx: Reading,
  place: Omit<Here, 'period'>,
  today: Day,
): Promise<RoundHead[] | Refusal> {
  const heads: RoundHead[] = [];
  let count = 1;
  for (let period = 1; period <= count; period += 1) {
    const state = await loadRound(tx, { ...place, period });
    if (isRefusal(state)) return state;
    count = periods(state.policy.periods.count).length;
    const { opened, matters } = state.round;
    const all = [...matters.values()].map((matter) => stateOn(matter, today));
    heads.push({
      period,
      label: labelOf(state.policy, period),
      first: firstDay({ year: place.year, count }, period),
      filingOn: opened?.filingOn ?? null,
      people: all.length,
      states: STATE_NAMES.map((name) => ({
        name: STATES[name],
        count: all.filter((one) => one === name).length,
      })).filter((one) => one.count > 0),
    });
  }
  return heads;
}
