/** Holds what came out against what an example says; every difference is one sentence in Chinese. */
import { formatPoints, type Points, ZERO } from '../points.ts';
import type { Expected } from '../policy/example.ts';
import type { MemberResult } from './evaluate.ts';

type Compared = readonly [what: string, expected: unknown, actual: unknown];

export function differences(name: string, said: Expected, result: MemberResult): string[] {
  const { score } = result;
  const perPeriod = (pick: (period: MemberResult['score']['periods'][number]) => Points) =>
    figures(score.periods.map(pick));
  const compared: Compared[] = [
    ...Object.entries(said.kinds ?? {}).map(
      ([kind, amounts]): Compared => [kind, figures(amounts), perPeriod(({ kinds }) => kinds[kind] ?? ZERO)],
    ),
    ['deduction', figures(said.deduction), perPeriod(({ deduction }) => deduction)],
    ['points', figures(said.points), perPeriod((period) => period.points)],
    ['cumulative', figures(said.cumulative), perPeriod(({ cumulative }) => cumulative)],
    ['year', figure(said.year), figure(score.year)],
    ['graded', figure(said.graded), figure(result.graded)],
    ['grade', said.grade, result.grade],
    ['standing', said.standing, result.standing],
    ['counted', list(said.counted), list(score.counted)],
    ['rank', said.rank, result.rank],
    ['top', said.top, result.top],
    ['tie', said.tie, result.tie],
    ['eligible', list(said.eligible), list(result.eligible)],
    ['disqualified', list(said.disqualified), list(result.disqualified)],
    ['support', said.support, result.support],
    ['absorbed', list(said.absorbed), list(absorbed(result))],
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
