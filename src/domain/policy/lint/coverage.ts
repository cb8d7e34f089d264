/** Every score has exactly one grade, and every band can be reached. */
import { formatPoints, type Points, ZERO } from '../../points.ts';
import type { Band, Policy } from '../policy.ts';
import { error, type Finding } from './finding.ts';

export function coverage({ grades, eligibility, total }: Policy): Finding[] {
  const lowest = grades.bands.at(-1);
  const uncovered =
    lowest !== undefined && lowest.from !== ZERO
      ? [
          error(
            'policy.yaml',
            `grades.bands[${lowest.id}].from`,
            `0 至不满 ${formatPoints(lowest.from)} 分没有等次，最低一档应从 0 起`,
          ),
        ]
      : [];
  return [
    ...uncovered,
    ...order('grades.bands', grades.bands, '从高到低', (before, from) => from < before),
    ...order('eligibility.bands', eligibility.bands, '从低到高', (before, from) => from > before),
    ...reach('grades.bands', grades.bands, total),
    ...reach('eligibility.bands', eligibility.bands, total),
  ];
}

function order(
  list: string,
  bands: readonly Band[],
  wanted: string,
  follows: (before: Points, from: Points) => boolean,
): Finding[] {
  return bands.flatMap((band, index) => {
    const before = bands[index - 1];
    if (before === undefined || follows(before.from, band.from)) return [];
    const between = `“${before.name}”从 ${formatPoints(before.from)} 起，“${band.name}”从 ${formatPoints(band.from)} 起`;
    return [error('policy.yaml', `${list}[${band.id}].from`, `${between}，应${wanted}、互不重叠`)];
  });
}

function reach(list: string, bands: readonly Band[], total: Points): Finding[] {
  return bands
    .filter(({ from }) => from > total)
    .map(({ id, from }) =>
      error(
        'policy.yaml',
        `${list}[${id}].from`,
        `${formatPoints(from)} 大于总分 ${formatPoints(total)}，谁也达不到`,
      ),
    );
}
