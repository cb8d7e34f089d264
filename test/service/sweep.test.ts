// The sweep by a clock turned by hand: at once, every hour, at each midnight in Shanghai; one task that fails holds up no other.
import { describe, expect, it } from 'vitest';
import { openSweep, untilNextSweep } from '../../src/service/sweep.ts';

const MINUTE = 60_000;

function handTurned(start: string) {
  let now = Date.parse(start);
  let waiting: { readonly at: number; readonly work: () => void } | undefined;
  return {
    clock: {
      now: () => new Date(now).toISOString(),
      after: (milliseconds: number, work: () => void) => {
        waiting = { at: now + milliseconds, work };
        return () => {
          waiting = undefined;
        };
      },
    },
    /** Goes on to the moment that was asked for; null: nothing was. */
    next: async () => {
      if (waiting === undefined) return null;
      const { at, work } = waiting;
      waiting = undefined;
      now = at;
      work();
      await new Promise((resolve) => setImmediate(resolve));
      return new Date(at).toISOString();
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the sweep', () => {
  it.each([
    ['2026-03-31T15:59:59.000Z', 1_000],
    ['2026-03-31T16:00:00.000Z', 60 * MINUTE],
    ['2026-03-31T15:20:00.000Z', 40 * MINUTE],
    ['2026-03-31T01:00:00.000Z', 60 * MINUTE],
    ['2026-12-31T15:59:30.000Z', 30_000],
    ['2028-02-29T15:59:59.999Z', 1],
  ])('at %s comes again after %i ms', (now, wait) => {
    expect(untilNextSweep(now)).toBe(wait);
  });

  it('runs at once, each hour and at midnight, and no more once it is stopped', async () => {
    const runs: string[] = [];
    const { clock, next } = handTurned('2026-03-31T14:30:00.000Z');
    const task = { name: 'count', run: async () => void runs.push(clock.now()) };
    const stop = openSweep([task], clock, () => undefined).start();
    await settled();
    await next();
    await next();
    await next();
    expect(runs).toEqual([
      '2026-03-31T14:30:00.000Z',
      '2026-03-31T15:30:00.000Z',
      '2026-03-31T16:00:00.000Z',
      '2026-03-31T17:00:00.000Z',
    ]);
    stop();
    expect(await next()).toBeNull();
  });

  it('goes on past a task that fails, says which, and tries it again the next time', async () => {
    const told: string[] = [];
    let tries = 0;
    const { clock } = handTurned('2026-03-31T14:30:00.000Z');
    const tasks = [
      { name: 'broken', run: () => Promise.reject(new Error(`${(tries += 1)}`)) },
      { name: 'sound', run: async () => void told.push('done') },
    ];
    const sweep = openSweep(tasks, clock, (name, error) => void told.push(`${name} ${String(error)}`));
    await sweep.run();
    await sweep.run();
    expect(told).toEqual(['broken Error: 1', 'done', 'broken Error: 2', 'done']);
  });
});
