/**
 * What must happen without a reader, in one place: at start, every hour, and at each midnight in Shanghai. Deadlines are not
 * here: they follow from stored days whenever somebody looks. Every task may run again, and in two processes at once.
 */
import { dayInShanghai } from './dayInShanghai.ts';

export type Task = { readonly name: string; readonly run: () => Promise<void> };

/** `after`: does the work once so many milliseconds have passed, without keeping the program alive; gives the way to call it off. */
export type Clock = {
  readonly now: () => string;
  readonly after: (milliseconds: number, work: () => void) => () => void;
};

export type Sweep = {
  /** Runs every task, one after another; one that fails holds up no other. */
  readonly run: () => Promise<void>;
  /** Runs now and from now on; gives the way to stop. */
  readonly start: () => () => void;
};

const HOUR = 3_600_000;
/** The end of a day in Shanghai. */
const MIDNIGHT_IN_UTC = 'T16:00:00.000Z';

/** Milliseconds from that instant to the next hour or the next midnight in Shanghai, whichever comes first. */
export function untilNextSweep(now: string): number {
  const midnight = Date.parse(`${dayInShanghai(now)}${MIDNIGHT_IN_UTC}`);
  return Math.min(HOUR, midnight - Date.parse(now));
}

export function openSweep(
  tasks: readonly Task[],
  { now, after }: Clock,
  failed: (name: string, error: unknown) => void,
): Sweep {
  const run = async () => {
    for (const task of tasks) {
      try {
        await task.run();
      } catch (error) {
        failed(task.name, error);
      }
    }
  };
  return {
    run,
    start: () => {
      let stopped = false;
      let callOff: () => void = () => undefined;
      const again = () => {
        void run().finally(() => {
          if (!stopped) callOff = after(untilNextSweep(now()), again);
        });
      };
      again();
      return () => {
        stopped = true;
        callOff();
      };
    },
  };
}
