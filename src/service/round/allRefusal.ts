/** What keeps an act from being done for all of these people at once. */
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { ActName } from '../../domain/round/acts.ts';
import type { Making } from '../step.ts';
import type { Here, RoundState } from './roundState.ts';
import { matterFor } from './roundStep.ts';

/** Refuses nobody at all (nobodyChosen) and the first whose matter stands elsewhere. */
export function allRefusal(
  here: Here,
  state: RoundState,
  people: readonly string[],
  act: ActName,
  making: Making,
): Refusal | undefined {
  if (people.length === 0) return refuse('nobodyChosen', 'An1.7', {});
  for (const personId of people) {
    const matter = matterFor(state, here, personId, act, making);
    if (isRefusal(matter)) return matter;
  }
  return undefined;
}
