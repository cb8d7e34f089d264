/** 季度通报 (4.2) in figures: of groups, never of one person. Computed from the points that are registered and from nothing else. */
import type { MemberType } from '../member/member.ts';
import { type Points, points } from '../points.ts';
import type { Policy } from '../policy/policy.ts';
import { type Segment, spreadOf, told } from './segments.ts';

/** What the leading group writes, in this order; an empty one is left out. */
export const SECTIONS = ['好的做法', '存在问题', '异议处理', '整改要求', '下季度安排', '抄报抄送'] as const;

/**
 * Where fewer stand in a group, its figure would be one person's: averages are then not told, and a segment joins its
 * neighbour. Three, because with two each would know the other's; the notice, which names its people, has its own rules.
 */
export const LEAST_TOLD = 3;

export type RegisteredPoints = { readonly type: MemberType; readonly points: Points };

/** Averages, bands and spread are those of the full members; whoever is under observation is only counted (clause 2). */
export type BulletinFigures = {
  readonly full: number;
  readonly probationary: number;
  readonly applicants: number;
  /** Half up to the hundredth; null for fewer than LEAST_TOLD. */
  readonly mean: Points | null;
  readonly median: Points | null;
  /** By the year's grades in equal parts: a bearing, no grade. */
  readonly bands: readonly Segment[];
  readonly spread: readonly Segment[];
};

export function bulletinFigures(policy: Policy, registered: readonly RegisteredPoints[]): BulletinFigures {
  const of = (type: MemberType) => registered.filter((one) => one.type === type);
  const all = of('full')
    .map((one) => one.points)
    .toSorted((a, b) => a - b);
  const isTold = all.length >= LEAST_TOLD;
  return {
    full: all.length,
    probationary: of('probationary').length,
    applicants: of('applicant').length,
    mean: isTold ? halfUp(sum(all), all.length) : null,
    median: isTold ? medianOf(all) : null,
    bands: isTold ? told(bandsOf(policy, all), LEAST_TOLD) : [],
    spread: isTold ? told(spreadOf(all), LEAST_TOLD) : [],
  };
}

const sum = (all: readonly number[]) => all.reduce((total, value) => total + value, 0);

/** value ÷ count, half up to the hundredth, also below zero; whole numbers throughout. */
function halfUp(value: number, count: number): Points {
  const doubled = 2 * value + count;
  const whole = 2 * count;
  const rest = ((doubled % whole) + whole) % whole;
  return points((doubled - rest) / whole);
}

/** Of an even number the mean of the two in the middle. */
function medianOf(sorted: readonly Points[]): Points {
  const half = (sorted.length - (sorted.length % 2)) / 2;
  const middle = sorted.slice(sorted.length % 2 === 1 ? half : half - 1, half + 1);
  return halfUp(sum(middle), middle.length);
}

/** A grade's lowest points of the year, divided by the periods and rounded up: whoever reaches it each period reaches the grade. */
function bandsOf({ grades, periods }: Policy, all: readonly Points[]): Segment[] {
  const edges = grades.bands
    .map(({ from }) =>
      points((from + ((periods.count - (from % periods.count)) % periods.count)) / periods.count),
    )
    .toSorted((a, b) => a - b)
    .slice(1);
  return [null, ...edges].map((from, index) => {
    const to = edges[index] ?? null;
    const count = all.filter((one) => (from === null || one >= from) && (to === null || one < to)).length;
    return { from, to, count };
  });
}
