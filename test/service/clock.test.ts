// Promise Q8: a second before midnight and at midnight in Shanghai, whatever the host's own zone: the quarter, the deadline, the notice.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const PROGRAM = fileURLToPath(new URL('clock/atMidnight.ts', import.meta.url));
const ZONES = { UTC: 0, 'Asia/Shanghai': -480, 'America/New_York': 240 } as const;

type Seen = {
  readonly clock: string;
  readonly today: string;
  readonly quarter: string;
  readonly notice: string;
  readonly waits: readonly string[];
};

/** Each last day with the quarter it is in and the day and quarter after it. */
const LAST_DAYS = [
  ['2026-03-31', '2026 1', '2026-04-01', '2026 2'],
  ['2026-06-30', '2026 2', '2026-07-01', '2026 3'],
  ['2026-09-30', '2026 3', '2026-10-01', '2026 4'],
  ['2026-12-31', '2026 4', '2027-01-01', '2027 1'],
  ['2028-02-29', '2028 1', '2028-03-01', '2028 1'],
  ['2026-03-28', '2026 1', '2026-03-29', '2026 1'],
  ['2026-06-28', '2026 2', '2026-06-29', '2026 2'],
] as const;

const asked = LAST_DAYS.flatMap(([day]) => [
  [`${day}T15:59:59.000Z`, day],
  [`${day}T16:00:00.000Z`, day],
]);

function inZone(zone: string): { readonly offset: number; readonly seen: readonly Seen[] } {
  const out = execFileSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', PROGRAM, JSON.stringify(asked)],
    {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    },
  );
  return JSON.parse(out) as { offset: number; seen: Seen[] };
}

describe.each(Object.entries(ZONES))('on a host in %s', (zone, offset) => {
  const { offset: found, seen } = inZone(zone);

  it('the host’s clock is really that zone’s', () => expect(found).toBe(offset));

  it.each(LAST_DAYS.map((row, index) => [index, ...row] as const))(
    'the last second %#: %s',
    (index, day, quarter, after, next) => {
      const [before, midnight] = [seen[index * 2], seen[index * 2 + 1]];
      expect(before).toEqual({
        clock: `${day} 23:59:59`,
        today: day,
        quarter,
        notice: 'onNotice',
        waits: ['apply 按期'],
      });
      expect(midnight).toEqual({
        clock: `${after} 00:00:00`,
        today: after,
        quarter: next,
        notice: 'cleared',
        waits: ['apply 逾期', 'giveOpinion 逾期'],
      });
    },
  );
});
