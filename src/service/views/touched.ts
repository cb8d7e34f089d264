/** The readings that touched a figure: data names what each reading touches, the figure says what it met. */
import type { ReadingWords } from '../../contract/statement.ts';
import type { Line } from '../../domain/policy/line.ts';
import type { Policy, Reading } from '../../domain/policy/policy.ts';
import type { TOUCHES } from '../../domain/policy/schema.ts';
import { itemOf } from './naming.ts';

export type Touch = (typeof TOUCHES)[number];

export function readingWords(reading: Reading): ReadingWords {
  const chosen = reading.alternatives.find(({ id }) => id === reading.chosen);
  return {
    id: reading.id,
    clauses: reading.clauses,
    question: reading.question,
    reading: reading.reading,
    chosen: chosen?.text ?? null,
  };
}

export const touchedReadings = (policy: Policy, touches: ReadonlySet<Touch>): ReadingWords[] =>
  policy.readings.filter((reading) => reading.touches.some((touch) => touches.has(touch))).map(readingWords);

/** What a score's line met. `later`: whether its entry counts after the period of its day. */
export function touchesOf(policy: Policy, line: Line, later: boolean): Touch[] {
  const touches: Touch[] = [];
  const item = line.entry === null ? undefined : itemOf(policy, line.entry.item);
  if (line.told === 'floor' || line.told === 'categoryFloor') touches.push(line.told);
  if (line.told === 'cap') touches.push('bonus');
  if (line.told === 'absorbed' || line.told === 'replaced')
    touches.push(line.entry?.incident === undefined ? 'achievement' : 'incident');
  if (item?.group === 'discretionary') touches.push('discretionary');
  if (item?.group === 'bonus') touches.push('bonus');
  if (item?.group === 'task') touches.push('plan');
  if (later) touches.push('laterPeriod');
  return touches;
}
