/** Holds what came out against what an example says; every difference is one sentence in Chinese. */
import { formatPoints, type Points, ZERO } from '../points.ts';
import type { Expected } from '../policy/example.ts';
import type { MemberResult } from './evaluate.ts';

type Compared = readonly [what: string, expected: unknown, actual: unknown];

export function differences(name: string, then: Expected, result: MemberResult): string[] {
  const { score } = result;
  const perPeriod = (pick: (period: MemberResult['score']['periods'][number]) => Points) =>
    figures(score.periods.map(pick));
  const compared: Compared[] = [
    ...Object.entries(then.kinds ?? {}).map(
      ([kind, amounts]): Compared => [kind, figures(amounts), perPeriod(({ kinds }) => kinds[kind] ?? ZERO)],
    ),
    ['deduction', figures(then.deduction), perPeriod(({ deduction }) => deduction)],
    ['points', figures(then.points), perPeriod((period) => period.points)],
    ['cumulative', figures(then.cumulative), perPeriod(({ cumulative }) => cumulative)],
    ['year', figure(then.year), figure(score.year)],
    ['graded', figure(then.graded), figure(result.graded)],
    ['grade', then.grade, result.grade],
    ['standing', then.standing, result.standing],
    ['counted', list(then.counted), list(score.counted)],
    ['rank', then.rank, result.rank],
    ['top', then.top, result.top],
    ['tie', then.tie, result.tie],
    ['eligible', list(then.eligible), list(result.eligible)],
    ['disqualified', list(then.disqualified), list(result.disqualified)],
    ['support', then.support, result.support],
    ['absorbed', list(then.absorbed), list(absorbed(result))],
  ];
  return compared
    .filter(([, expected, actual]) => expected !== undefined && expected !== actual)
    .map(([what, expected, actual]) => `${name} 的 ${what} 应为 ${String(expected)}，算得 ${String(actual)}`);
}

const absorbed = ({ score }: MemberResult): string[] =>
  score.lines.flatMap(({ told, entry }) => (told === 'absorbed' && entry !== null ? [entry.item] : []));

const figure = (value: Points | null | undefined) =>
  value === null || value === undefined ? value : formatPoints(value);

const figures = (values: readonly Points[] | undefined) => values?.map(formatPoints).join('、');

const list = (values: readonly (string | number)[] | undefined) =>
  values === undefined ? undefined : `[${values.join('、')}]`;
