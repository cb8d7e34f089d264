/** 申诉 to the organisation above (An1.6, reading G30): what may be appealed against, and what is open. */
import { type Refusal, refuse } from '../refusal.ts';
import { type Appeal, isRegistered, type Matter } from './matter.ts';

export const openAppeals = ({ appeals }: Matter): readonly Appeal[] =>
  appeals.filter(({ upheld }) => upheld === null);

/** Ids of what a member may appeal against now: answered objections, and null for the registered points. */
export const appealable = (matter: Matter): readonly (string | null)[] => [
  ...(isRegistered(matter) ? [null] : []),
  ...matter.objections.flatMap(({ objectionId, changed }) => (changed === null ? [] : [objectionId])),
];

/** Refuses a second one while one is open (appealOpen), and what is neither registered nor answered (appealNotNow). */
export function lodgingRefusal(matter: Matter, answerTo: string | null): Refusal | undefined {
  if (openAppeals(matter).length > 0) return refuse('appealOpen', 'An1.6', {});
  return appealable(matter).includes(answerTo) ? undefined : refuse('appealNotNow', 'An1.6', {});
}

/** G31: in a later round of the same year; the year's last round has none after it, and An1.8 is where the year is looked at again. */
export const putRightIn = (period: number, periods: number): 'laterRound' | 'yearEnd' =>
  period < periods ? 'laterRound' : 'yearEnd';
