/** The same world at whatever day it is set to: how the demonstration's year went by before it is looked at. */
import type { Day } from '../../domain/period.ts';
import type { World } from '../ports.ts';

export type AtDays = {
  readonly world: World;
  readonly today: () => Day;
  readonly on: (day: Day) => void;
};

export function atDays(world: World, first: Day): AtDays {
  let today = first;
  return {
    // nine in the morning in Shanghai
    world: { ...world, now: () => `${today}T01:00:00.000Z` },
    today: () => today,
    on: (day) => {
      today = day;
    },
  };
}
