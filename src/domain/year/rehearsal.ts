/** 预演: one year's records reckoned under the policy of the books and under a draft, and who would stand otherwise. Pure. */
import { type Points, points, ZERO } from '../points.ts';
import type { Policy } from '../policy/policy.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { scoringOf } from '../policy/scoring.ts';
import type { Control } from './control.ts';
import { evaluateYear, type MemberResult, type MemberYear, type YearResult, yearByKind } from './evaluate.ts';
import { type Adjustment, openDraft } from './underDraft.ts';

export type Sides<Value> = { readonly before: Value; readonly after: Value };

export type Touched = 'points' | 'standing' | 'grade' | 'rank' | 'top' | 'eligible';

/** Points of one kind in one period that the draft changes; a kind that one side lacks has none there. */
export type FigureChange = Sides<Points> & { readonly period: number; readonly kind: string };

/** A member whom the draft changes, or of whom it adjusts an entry. `index` is the place among those given. */
export type MemberRehearsal = Sides<MemberResult> & {
  readonly index: number;
  readonly touched: readonly Touched[];
  readonly figures: readonly FigureChange[];
  readonly adjustments: readonly Adjustment[];
};

/** One side's totals over all members. `points` by kind for the year, in hundredths; `eligible` by level. */
export type RehearsalTotals = {
  readonly control: Control;
  readonly places: number;
  readonly inside: number;
  /** Members who share the score of the last place, when there are more of them than places left. */
  readonly tied: number;
  /** Graded members without a rank: disqualified, they count in the number graded and hold no place. */
  readonly unranked: number;
  readonly points: Readonly<Record<string, Points>>;
  readonly eligible: Readonly<Record<string, number>>;
};

export type Rehearsal = {
  readonly members: readonly MemberRehearsal[];
  readonly totals: Sides<RehearsalTotals>;
  /** How many members are changed in each way. */
  readonly counts: Readonly<Record<Touched, number>>;
};

/** Refuses a draft that divides the year otherwise (rehearsalPeriods): an entry's period would mean another time. */
export function rehearse(
  booked: Policy,
  draft: Policy,
  year: number,
  members: readonly MemberYear[],
): Rehearsal | Refusal {
  if (booked.periods.count !== draft.periods.count)
    return refuse('rehearsalPeriods', null, { booked: booked.periods.count, draft: draft.periods.count });
  const redraft = openDraft(draft);
  const redrafted = members.map(redraft);
  const before = evaluateYear(scoringOf(booked), year, members);
  const after = evaluateYear(
    scoringOf(draft),
    year,
    redrafted.map(({ given }) => given),
  );
  const kinds = [...new Set([...booked.kinds, ...draft.kinds].map(({ id }) => id))];
  const rehearsed = before.members.flatMap((old, index): MemberRehearsal[] => {
    const now = after.members[index] as MemberResult;
    const adjustments = redrafted[index]?.adjustments ?? [];
    const figures = figureChanges(kinds, old, now);
    const touched = touchedBy(old, now, figures);
    if (touched.length === 0 && adjustments.length === 0) return [];
    return [{ index, before: old, after: now, touched, figures, adjustments }];
  });
  return {
    members: rehearsed,
    totals: { before: totalsOf(booked, before), after: totalsOf(draft, after) },
    counts: countsOf(rehearsed),
  };
}

function figureChanges(kinds: readonly string[], old: MemberResult, now: MemberResult): FigureChange[] {
  return old.score.periods.flatMap(({ period, kinds: figures }, index) =>
    kinds.flatMap((kind): FigureChange[] => {
      const before = figures[kind] ?? ZERO;
      const after = now.score.periods[index]?.kinds[kind] ?? ZERO;
      return before === after ? [] : [{ period, kind, before, after }];
    }),
  );
}

function touchedBy(old: MemberResult, now: MemberResult, figures: readonly FigureChange[]): Touched[] {
  const differs: Readonly<Record<Touched, boolean>> = {
    points: figures.length > 0 || old.graded !== now.graded,
    standing: old.standing !== now.standing || old.disqualified.join() !== now.disqualified.join(),
    grade: old.grade !== now.grade,
    rank: old.rank !== now.rank,
    // newly tied at the edge is for the meeting to know, on whichever side of it the tie falls (G27)
    top: old.top !== now.top || old.tie !== now.tie,
    eligible: old.eligible.join() !== now.eligible.join(),
  };
  return TOUCHED.filter((one) => differs[one]);
}

const TOUCHED: readonly Touched[] = ['points', 'standing', 'grade', 'rank', 'top', 'eligible'];

function countsOf(members: readonly MemberRehearsal[]): Record<Touched, number> {
  const counts = { points: 0, standing: 0, grade: 0, rank: 0, top: 0, eligible: 0 };
  for (const { touched } of members) for (const one of touched) counts[one] += 1;
  return counts;
}

function totalsOf(policy: Policy, { members, control, places }: YearResult): RehearsalTotals {
  const sums = new Map(policy.kinds.map(({ id }) => [id, 0]));
  for (const { score } of members)
    for (const [kind, amount] of Object.entries(yearByKind(policy, score)))
      sums.set(kind, (sums.get(kind) ?? 0) + amount);
  const number = (fits: (one: MemberResult) => boolean) => members.filter(fits).length;
  return {
    control,
    places,
    inside: number(({ top }) => top),
    tied: number(({ tie }) => tie),
    unranked: number(({ graded, rank }) => graded !== null && rank === null),
    points: Object.fromEntries([...sums].map(([kind, sum]) => [kind, points(sum)])),
    eligible: Object.fromEntries(
      policy.eligibility.bands.map(({ id }) => [id, number(({ eligible }) => eligible.includes(id))]),
    ),
  };
}
