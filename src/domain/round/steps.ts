/** The steps of annex 1 that a round goes through, and at which of them a matter stands by its state. */
import type { ClauseId } from '../clause.ts';
import type { State } from './acts.ts';

/** Null: through with the round. */
const STEP_OF: Readonly<Record<State, ClauseId | null>> = {
  open: 'An1.3',
  applied: 'An1.3',
  opined: 'An1.4',
  assessed: 'An1.5',
  reopened: 'An1.5',
  tied: 'An1.5',
  appraised: 'An1.6',
  onNotice: 'An1.6',
  objected: 'An1.6',
  cleared: 'An1.6',
  registered: 'An1.7',
  submitted: 'An1.7',
  reviewed: 'An1.7',
  filed: null,
};
const OF_ROUND = ['An1.3', 'An1.4', 'An1.5', 'An1.6', 'An1.7'];
/** What must be done before a year can have rounds: the rules, and who keeps the points. */
const BEFORE = ['An1.1', 'An1.2'];

export type StepNow = {
  /** `here`: members stand at it; `later`: nobody has come so far; `yearEnd`: not of the round. */
  readonly now: 'done' | 'here' | 'later' | 'yearEnd';
  /** Members standing at it. */
  readonly count: number;
};

export function stepNow(clause: ClauseId, states: readonly State[]): StepNow {
  if (BEFORE.includes(clause)) return { now: 'done', count: 0 };
  if (!OF_ROUND.includes(clause)) return { now: 'yearEnd', count: 0 };
  const count = states.filter((state) => STEP_OF[state] === clause).length;
  if (count > 0) return { now: 'here', count };
  const isBehind = states.length > 0 && states.every((state) => isBeyond(STEP_OF[state], clause));
  return { now: isBehind ? 'done' : 'later', count };
}

/** Some may be further than others (G37): a step is behind the branch when it is behind everybody. */
const isBeyond = (at: ClauseId | null, clause: ClauseId) =>
  at === null || OF_ROUND.indexOf(at) > OF_ROUND.indexOf(clause);
