/** The normative sum of readings.md for one member and one year, with the lines that explain every figure. */
import { periods } from '../period.ts';
import { type Points, points, ZERO } from '../points.ts';
import { openCappedBonus } from '../policy/cappedBonus.ts';
import type { Entry, Line } from '../policy/line.ts';
import { inReadingOrder, type Placed, type Settle } from '../policy/placed.ts';
import { openPlan } from '../policy/plan.ts';
import type { Kind } from '../policy/policy.ts';
import { openPool } from '../policy/pool.ts';
import { periodShare, type Scoring } from '../policy/scoring.ts';

export type PeriodScore = {
  readonly period: number;
  /** Points by kind id; all zero in a period that does not count. */
  readonly kinds: Readonly<Record<string, Points>>;
  /** What really took effect: the pools' shares minus what was kept; below zero when an earlier loss comes back. */
  readonly deduction: Points;
  readonly points: Points;
  readonly cumulative: Points;
};

export type MemberScore = {
  readonly counted: readonly number[];
  /** Every period of the year, counted or not. */
  readonly periods: readonly PeriodScore[];
  readonly year: Points;
  readonly lines: readonly Line[];
  /** Entries on record in periods that do not count (考察, 免予): shown apart, in no figure. */
  readonly apart: readonly Entry[];
};

/** `counted`: the periods that count, ascending. The order of `entries` never matters. An item the policy lacks is a fault (throws). */
export function scoreMember(
  scoring: Scoring,
  counted: readonly number[],
  entries: readonly Entry[],
): MemberScore {
  const placed = placeEntries(scoring, counted, entries);
  const settles = scoring.kinds.map((kind) => openKind(scoring, kind));
  const lines: Line[] = [];
  const scores: PeriodScore[] = [];
  let cumulative = ZERO;
  for (let period = 1; period <= scoring.periodCount; period += 1) {
    const score = counted.includes(period)
      ? settlePeriod(scoring, settles, period, placed.byPeriod[period - 1] ?? [], lines, cumulative)
      : emptyPeriod(scoring, period, cumulative);
    cumulative = score.cumulative;
    scores.push(score);
  }
  return { counted, periods: scores, year: cumulative, lines, apart: placed.apart };
}

function openKind(scoring: Scoring, kind: Kind): Settle {
  switch (kind.mechanism) {
    case 'pool':
      return openPool(scoring, kind);
    case 'plan':
      return openPlan(kind);
    case 'cappedBonus':
      return openCappedBonus(scoring, kind);
  }
}

/** Entries by period and, within it, by kind of points, each list in reading order. */
type PlacedEntries = {
  readonly byPeriod: readonly (readonly Placed[][])[];
  readonly apart: readonly Entry[];
};

function placeEntries(
  scoring: Scoring,
  counted: readonly number[],
  entries: readonly Entry[],
): PlacedEntries {
  const byPeriod = periods(scoring.periodCount).map(() => scoring.kinds.map((): Placed[] => []));
  const apart: Placed[] = [];
  for (const entry of entries) {
    const scored = scoring.items.get(entry.item);
    if (scored === undefined) throw new Error(`the policy has no item ${entry.item}`);
    const list = counted.includes(entry.period) ? byPeriod[entry.period - 1]?.[scored.kind] : apart;
    (list ?? apart).push({ entry, scored });
  }
  for (const kinds of byPeriod) for (const list of kinds) list.sort(inReadingOrder);
  return { byPeriod, apart: apart.sort(inReadingOrder).map(({ entry }) => entry) };
}

function settlePeriod(
  scoring: Scoring,
  settles: readonly Settle[],
  period: number,
  entriesByKind: readonly (readonly Placed[])[],
  lines: Line[],
  before: Points,
): PeriodScore {
  const kinds: Record<string, Points> = {};
  let sum = 0;
  let deduction = 0;
  for (const [position, kind] of scoring.kinds.entries()) {
    const settle = settles[position] as Settle;
    const figure = settle(period, entriesByKind[position] ?? [], lines);
    kinds[kind.id] = points(figure);
    sum += figure;
    if (kind.mechanism === 'pool') deduction += periodShare(kind) - figure;
  }
  return {
    period,
    kinds,
    deduction: points(deduction),
    points: points(sum),
    cumulative: points(before + sum),
  };
}

function emptyPeriod(scoring: Scoring, period: number, cumulative: Points): PeriodScore {
  const kinds = Object.fromEntries(scoring.kinds.map(({ id }) => [id, ZERO]));
  return { period, kinds, deduction: ZERO, points: ZERO, cumulative };
}
