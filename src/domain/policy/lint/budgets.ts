/** The amounts add up: kinds to the total, periods to the year, categories to the pool, indicators to their category. */
import { formatPoints, type Points, points } from '../../points.ts';
import { error, type Finding } from './finding.ts';
import type { Policy } from '../policy.ts';

export function budgets(policy: Policy): Finding[] {
  return [...total(policy), ...shares(policy), ...categories(policy), ...indicators(policy)];
}

function total({ kinds, total: expected }: Policy): Finding[] {
  const sum = sumOf(kinds.map(({ year }) => year));
  if (sum === expected) return [];
  const parts = kinds.map(({ name, year }) => `${name} ${formatPoints(year)}`).join(' + ');
  return [
    error(
      'policy.yaml',
      'total',
      `各类分之和 ${parts} = ${formatPoints(sum)}，应等于总分 ${formatPoints(expected)}`,
    ),
  ];
}

function shares({ kinds, periods }: Policy): Finding[] {
  return kinds.flatMap((kind) => {
    if (kind.mechanism === 'cappedBonus' || kind.period * periods.count === kind.year) return [];
    const expected = `${formatPoints(kind.period)} × ${periods.count} 应等于全年 ${formatPoints(kind.year)}`;
    return [error('policy.yaml', `kinds[${kind.id}].period`, `每${periods.name} ${expected}`)];
  });
}

function categories(policy: Policy): Finding[] {
  const pools = policy.kinds.filter(({ id }) =>
    policy.items.some(({ category, kind }) => category !== null && kind === id),
  );
  const sum = sumOf(policy.categories.map(({ cap }) => cap));
  return pools.flatMap((pool) =>
    sum === pool.year
      ? []
      : [
          error(
            'base-items.yaml',
            'categories',
            `各类别分值之和 ${formatPoints(sum)}，应等于${pool.name}全年 ${formatPoints(pool.year)}`,
          ),
        ],
  );
}

function indicators(policy: Policy): Finding[] {
  return policy.categories.flatMap((category) => {
    const sum = sumOf(category.indicators.map(({ amount }) => amount));
    const expected = `各指标分值之和 ${formatPoints(sum)}，应等于本类 ${formatPoints(category.cap)}`;
    return sum === category.cap
      ? []
      : [error('base-items.yaml', `categories[${category.id}].indicators`, expected)];
  });
}

const sumOf = (amounts: readonly Points[]): Points =>
  points(amounts.reduce<number>((sum, amount) => sum + amount, 0));
