/**
 * The workload as the competitors are given it. They are spared what the engine does inside its measured time: entries come
 * to them sorted, with kind and category looked up, and a weight that settles which entry of an incident or achievement counts.
 */
import type { Points } from '../src/domain/points.ts';
import type { Entry } from '../src/domain/policy/line.ts';
import { inReadingOrder, type Placed } from '../src/domain/policy/placed.ts';
import type { Policy } from '../src/domain/policy/policy.ts';
import { type Scoring, scoringOf } from '../src/domain/policy/scoring.ts';
import type { MemberYear } from '../src/domain/year/evaluate.ts';
import { type Explained, type ExplainedLine, lineText } from './answer.ts';

export type Fact = {
  /** Position in reading order, from 1. */
  readonly n: number;
  readonly kind: string;
  /** Position of the category from 1, or 0. */
  readonly category: number;
  readonly period: number;
  readonly amount: number;
  /** Incident or achievement, or null. */
  readonly key: string | null;
  /** Of the entries with one key the heaviest counts: larger amount, then earlier in reading order. Weight % 100 gives n back. */
  readonly weight: number;
};

const heavierFirst = 99;

export function factsOf(policy: Policy, years: readonly MemberYear[]): Fact[][] {
  const scoring = scoringOf(policy);
  return years.map(({ entries }) =>
    inOrder(scoring, entries).map(({ entry, scored }, position) => ({
      n: position + 1,
      kind: scored.item.kind,
      category: scored.category + 1,
      period: entry.period,
      amount: entry.amount,
      key: entry.incident ?? entry.achievement ?? null,
      weight: entry.amount * 100 + heavierFirst - (position + 1),
    })),
  );
}

/** A member's entries in the order in which competitors number them. */
export function inOrder(scoring: Scoring, entries: readonly Entry[]): Placed[] {
  return entries
    .map((entry) => {
      const scored = scoring.items.get(entry.item);
      if (scored === undefined) throw new Error(`the policy has no item ${entry.item}`);
      return { entry, scored };
    })
    .sort(inReadingOrder);
}

/** The amounts of the finance bureau's measure, in hundredths, as a competitor writes them into its rules. */
export type Amounts = {
  readonly share: Points;
  readonly plan: Points;
  readonly bonusCap: Points;
  readonly caps: readonly Points[];
  readonly periods: readonly number[];
};

export function amountsOf(policy: Policy): Amounts {
  const pool = policy.kinds.find((kind) => kind.mechanism === 'pool');
  const plan = policy.kinds.find((kind) => kind.mechanism === 'plan');
  const bonus = policy.kinds.find((kind) => kind.mechanism === 'cappedBonus');
  if (!pool || !plan || !bonus)
    throw new Error('the competitors know a measure of base, task and bonus only');
  return {
    share: pool.period,
    plan: plan.period,
    bonusCap: bonus.year,
    caps: policy.categories.map(({ cap }) => cap),
    periods: policy.periods.labels.map((_, index) => index + 1),
  };
}

/** What became of an entry: `holder` counts in its place (itself when it counts), until `replacedBy` does from period `until` on. */
export type EntryWorking = {
  readonly n: number;
  readonly holder: number;
  readonly until: number | null;
  readonly replacedBy: number | null;
};

/** A quarter's figures, and by how much a floor or cap changed them. */
export type PeriodWorking = {
  readonly base: number;
  readonly task: number;
  readonly bonus: number;
  readonly floor: number;
  readonly taskCap: number;
  readonly bonusCap: number;
  /** By category. */
  readonly categoryFloors: readonly number[];
};

/** A competitor's workings as figures and lines. */
export function explained(
  { share }: Amounts,
  facts: readonly Fact[],
  entries: readonly EntryWorking[],
  periods: readonly PeriodWorking[],
): Explained {
  const figures = periods.flatMap(({ base, task, bonus }) => [base, task, bonus, base + task + bonus]);
  const year = periods.reduce((sum, { base, task, bonus }) => sum + base + task + bonus, 0);
  const lines = [
    ...entries.flatMap((entry) => entryLines(facts[entry.n - 1] as Fact, entry)),
    ...periods.flatMap((working, index) => periodLines(share, index + 1, working)),
  ];
  return { figures: [...figures, year], lines: lines.map(lineText) };
}

function entryLines(fact: Fact, { n, holder, until, replacedBy }: EntryWorking): ExplainedLine[] {
  const { kind, category, period } = fact;
  const about = { kind, category, entry: n };
  if (holder !== n) return [{ ...about, period, told: 'absorbed', by: holder, amount: 0 }];
  const effect = kind === 'base' ? -fact.amount : fact.amount;
  const counts = { ...about, period, told: 'counts', by: 0, amount: effect };
  if (until === null) return [counts];
  return [counts, { ...about, period: until, told: 'replaced', by: replacedBy ?? 0, amount: -effect }];
}

function periodLines(share: number, period: number, working: PeriodWorking): ExplainedLine[] {
  const line = (kind: string, told: string, amount: number, category = 0) => ({
    period,
    kind,
    told,
    category,
    entry: 0,
    by: 0,
    amount,
  });
  return [
    line('base', 'opening', share),
    ...[
      line('base', 'floor', working.floor),
      line('task', 'cap', working.taskCap),
      line('bonus', 'cap', working.bonusCap),
      ...working.categoryFloors.map((amount, index) => line('base', 'categoryFloor', amount, index + 1)),
    ].filter(({ amount }) => amount !== 0),
  ];
}
