/**
 * Reading G31 in the sum: a registered period keeps its figures, whatever is corrected later. Every period is reckoned with the
 * entries as they stood in it; what a correction changes in the periods before is told in the one that decided it. So
 * periods still add up to the year, and the year is that of the corrected entries.
 */
import { type Points, points, ZERO } from '../points.ts';
import type { Entry, Line } from '../policy/line.ts';
import { periodShare, type Scoring } from '../policy/scoring.ts';
import { type MemberScore, type PeriodScore, scoreMember } from './score.ts';

/** A member's year with its corrections; without any, it is the sum of score.ts. Arguments as there. */
export function scoreYear(
  scoring: Scoring,
  counted: readonly number[],
  entries: readonly Entry[],
): MemberScore {
  const links = linksOf(entries);
  const known = (made: readonly Link[]) => scoreMember(scoring, counted, asStood(entries, links, made));
  if (links.length === 0) return known([]);
  const last = known(links);
  let now = known([]);
  let made: readonly Link[] = [];
  let cumulative = ZERO;
  const lines: Line[] = [];
  const periods = last.periods.map((empty): PeriodScore => {
    const { period } = empty;
    if (!counted.includes(period)) return { ...empty, cumulative };
    const own: Line[] = [];
    for (const link of links.filter((one) => one.from <= period && !made.includes(one))) {
      // one at a time, so that each says what it changes
      made = [...made, link];
      const after = known(made);
      own.push(...changes(scoring, { before: now, after, period, link }));
      now = after;
    }
    lines.push(...now.lines.filter((line) => line.period === period), ...own);
    const score = periodWith(scoring, now.periods[period - 1] ?? empty, own, cumulative);
    cumulative = score.cumulative;
    return score;
  });
  return { counted, periods, year: cumulative, lines, apart: last.apart };
}

/** `by` null: withdrawn. */
type Link = { readonly entry: Entry; readonly by: Entry | null; readonly from: number };

/** Earlier corrections first; those of one period in the order of the days they are about. */
function linksOf(entries: readonly Entry[]): Link[] {
  const successors = new Map(
    entries.flatMap((one) => (typeof one.corrects === 'string' ? [[one.corrects, one] as const] : [])),
  );
  return entries
    .flatMap((entry): Link[] => {
      if (entry.until === undefined) return [];
      const by = successors.get(entry.id);
      return [{ entry, from: entry.until, by: by === undefined || by.withdrawn === true ? null : by }];
    })
    .toSorted((a, b) => a.from - b.from || (key(a) < key(b) ? -1 : 1));
}

const key = ({ entry: { day, item, amount, id } }: Link) => `${day} ${item} ${amount} ${id}`;

/** The entries when those corrections had been made and no others. */
function asStood(entries: readonly Entry[], links: readonly Link[], made: readonly Link[]): Entry[] {
  const over = new Set(made.map(({ entry }) => entry.id));
  const waiting = new Set(links.filter((one) => !made.includes(one)).flatMap(({ by }) => by?.id ?? []));
  return entries.filter(({ id, withdrawn }) => withdrawn !== true && !over.has(id) && !waiting.has(id));
}

type Changing = {
  readonly before: MemberScore;
  readonly after: MemberScore;
  readonly period: number;
  readonly link: Link;
};

/** What one correction changes in the periods before, by kind; the entry's own kind is told even where nothing changes. */
function changes(scoring: Scoring, { before, after, period, link: { entry, by } }: Changing): Line[] {
  const own = scoring.kinds[scoring.items.get(entry.item)?.kind ?? -1]?.id;
  const category = scoring.items.get(entry.item)?.item.category ?? null;
  return scoring.kinds.flatMap(({ id: kind }): Line[] => {
    const amount = points(upTo(after, period, kind) - upTo(before, period, kind));
    if (amount === 0 && kind !== own) return [];
    return [{ period, kind, told: 'corrected', amount, entry, by, category }];
  });
}

const upTo = ({ periods }: MemberScore, period: number, kind: string): number =>
  periods.slice(0, period - 1).reduce((total, { kinds }) => total + (kinds[kind] ?? 0), 0);

function periodWith(
  scoring: Scoring,
  { period, kinds }: PeriodScore,
  own: readonly Line[],
  before: Points,
): PeriodScore {
  const whole: Readonly<Record<string, Points>> = Object.fromEntries(
    scoring.kinds.map(({ id }) => [
      id,
      points(own.reduce((total, line) => (line.kind === id ? total + line.amount : total), kinds[id] ?? 0)),
    ]),
  );
  const sum = Object.values(whole).reduce<number>((total, one) => total + one, 0);
  const deduction = scoring.kinds.reduce(
    (total, kind) => (kind.mechanism === 'pool' ? total + periodShare(kind) - (whole[kind.id] ?? 0) : total),
    0,
  );
  return {
    period,
    kinds: whole,
    deduction: points(deduction),
    points: points(sum),
    cumulative: points(before + sum),
  };
}
