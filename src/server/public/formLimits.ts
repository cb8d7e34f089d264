/**
 * How often the public forms are answered (promises P1, P2): counted in memory before anything of a form is read, by the place
 * it comes from and by all places together. Nobody signed in is ever counted here.
 */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { turnOf } from '../turn.ts';

export type FormLimits = {
  /** Null: go on; else the seconds to wait. */
  readonly wait: (place: string) => Promise<number | null>;
};

const MINUTE = 60;
/** An office behind one address hands in several; a person asking with a receipt mistypes some. */
const A_PLACE = { points: 20, duration: 15 * MINUTE };
const ALL_PLACES = { points: 120, duration: MINUTE };

export function openFormLimits(limits = { place: A_PLACE, all: ALL_PLACES }): FormLimits {
  const ofPlace = new RateLimiterMemory({ keyPrefix: 'place', ...limits.place });
  const ofAll = new RateLimiterMemory({ keyPrefix: 'all', ...limits.all });
  return {
    // the place first: whoever floods from one place uses up nobody else's turn
    wait: async (place) => (await turnOf(ofPlace, place)) ?? (await turnOf(ofAll, 'all')),
  };
}
