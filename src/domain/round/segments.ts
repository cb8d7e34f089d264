/** How points are spread, in segments that never hold so few that a figure would be one person's. */
import { type Points, points } from '../points.ts';

/** Half-open: from that many points on, below `to`; null: without an end. */
export type Segment = { readonly from: Points | null; readonly to: Points | null; readonly count: number };

/** Whole points a segment may be wide, and how many there should be at most for a picture to be read. */
const WIDTHS = [1, 2, 5, 10, 20, 50] as const;
const MOST = 10;
const POINT = 100;

/** `sorted`: ascending. As narrow as gives no more than MOST segments; nothing for nobody. */
export function spreadOf(sorted: readonly Points[]): Segment[] {
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return [];
  const widths = WIDTHS.map((whole) => whole * POINT);
  const number = (width: number) => (below(highest, width) - below(lowest, width)) / width + 1;
  const width = widths.find((one) => number(one) <= MOST) ?? widths.at(-1) ?? POINT;
  return Array.from({ length: number(width) }, (_, index) => {
    const from = points(below(lowest, width) + index * width);
    const to = points(from + width);
    return { from, to, count: sorted.filter((one) => one >= from && one < to).length };
  });
}

/** The last multiple of `width` that is not above the value. */
const below = (value: number, width: number) => value - (((value % width) + width) % width);

/**
 * Neighbours joined until each segment holds nobody or at least `least`; nothing where all together are fewer. Those left
 * over at the end join the last that is told.
 */
export function told(segments: readonly Segment[], least: number): Segment[] {
  const done: Segment[] = [];
  let open: Segment | undefined;
  for (const next of segments) {
    const joined: Segment = open === undefined ? next : join(open, next);
    const isTold = joined.count === 0 || joined.count >= least;
    if (isTold) done.push(joined);
    open = isTold ? undefined : joined;
  }
  while (open !== undefined && open.count < least) {
    const last = done.pop();
    if (last === undefined) return [];
    open = join(last, open);
  }
  return open === undefined ? done : [...done, open];
}

const join = (lower: Segment, upper: Segment): Segment => ({
  from: lower.from,
  to: upper.to,
  count: lower.count + upper.count,
});
