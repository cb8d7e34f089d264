import { describe, expect, test } from 'vitest';
import type { Contestant } from '../../bench/contestants.ts';
import { median, type Result } from '../../bench/heats.ts';
import { promises } from '../../bench/report.ts';

function measured(id: string, members: number, ms: number, said: Partial<Result> = {}): Result {
  const contestant: Contestant = {
    id,
    name: id,
    needs: 'nothing',
    race: () => {
      throw new Error('a result is not raced again');
    },
    warmUp: { members: 0, runs: 0 },
    heats: [],
  };
  return { contestant, members, ms, megabytes: 1_000, differences: [], ...said };
}

const good = [
  measured('jifen', 1_000, 15),
  measured('jifen', 10_000, 160),
  measured('jifen', 100_000, 1_800),
  measured('zen', 10_000, 9_000),
];

const failing = (results: readonly Result[]) =>
  promises(results)
    .filter(({ ok }) => !ok)
    .map(({ text }) => text);

describe('the promises of the benchmark', () => {
  test('are kept by a good run', () => {
    expect(failing(good)).toEqual([]);
  });

  test.each([
    ['a second or more for 10,000', measured('jifen', 10_000, 1_000), '10,000 members'],
    ['less than twenty times zen-engine', measured('zen', 10_000, 3_100), 'times faster'],
    ['more than 1.5 GB for 100,000', measured('jifen', 100_000, 1_800, { megabytes: 1_501 }), 'MB'],
    ['a dearer member at 100,000', measured('jifen', 100_000, 2_300), 'as much at 100,000'],
    ['a different answer', measured('zen', 10_000, 9_000, { differences: ['member 1'] }), 'value by value'],
  ])('are broken by %s', (_, result, named) => {
    const others = good.filter(
      (one) => one.contestant.id !== result.contestant.id || one.members !== result.members,
    );
    expect(failing([...others, result]).join('\n')).toContain(named);
  });

  test('are not kept when something was not measured', () => {
    expect(failing(good.slice(1))).toEqual(['not everything was measured']);
  });

  test('the median of an even number of runs lies between the middle two', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});
