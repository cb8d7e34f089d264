/** Reverses one entry (冲正): it stays on record, with the reason, and counts no more. */
import type { AccessObject } from '../domain/access/actor.ts';
import { memberStream, yearBook } from '../domain/fact.ts';
import type { Day } from '../domain/period.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import { foldYear, type PostedEntry } from './fold.ts';
import { yearNotOpen } from './openYear.ts';
import type { Reading } from './ports.ts';
import { entryReversed, reasonRefusal } from './posting.ts';
import type { Decision, Heads, Making, Step } from './step.ts';

export type ReverseEntry = {
  readonly type: 'reverseEntry';
  readonly organisationId: string;
  readonly year: number;
  readonly entryId: string;
  readonly reason: string;
};

/** Refuses a year without a book, an unknown entry, one reversed already (entryReversed), one that came by transcript (entryReceived), and a reversal without a reason. */
export const reverseEntryStep: Step<ReverseEntry, PostedEntry> = {
  ability: 'reverseEntry',
  object: accessTo,
  books: ({ year }) => [yearBook(year)],
  subject: ({ year }, { personId }) => ({ book: yearBook(year), stream: memberStream(personId) }),
  load,
  decide,
};

/** An entry that is not there is nobody's matter; load refuses it. */
async function accessTo(
  tx: Reading,
  { organisationId, year, entryId }: ReverseEntry,
  today: Day,
): Promise<AccessObject> {
  const row = await tx.entry(organisationId, yearBook(year), entryId);
  return await accessObject(tx, organisationId, today, { about: row === undefined ? [] : [row.personId] });
}

async function load(
  tx: Reading,
  { organisationId, year, entryId }: ReverseEntry,
  heads: Heads,
): Promise<PostedEntry | Refusal> {
  const closed = yearNotOpen(heads, year);
  if (closed !== undefined) return closed;
  const book = yearBook(year);
  const row = await tx.entry(organisationId, book, entryId);
  if (row === undefined) return refuse('entryUnknown', null, { entryId });
  // The view only says whose it is; what it is, the facts say.
  const { entries } = foldYear(await tx.factsOf(organisationId, book, [memberStream(row.personId)]));
  return entries.get(entryId) ?? refuse('entryUnknown', null, { entryId });
}

function decide({ year, reason }: ReverseEntry, entry: PostedEntry, making: Making): Decision | Refusal {
  const unreasoned = reasonRefusal(reason);
  if (unreasoned !== undefined) return unreasoned;
  const { entryId, reversedSeq, transcriptId } = entry;
  if (transcriptId !== null) return refuse('entryReceived', null, { entryId });
  if (reversedSeq !== null) return refuse('entryReversed', null, { entryId, seq: reversedSeq });
  return { facts: [entryReversed(yearBook(year), entry, reason, making)], outcome: { entryId } };
}
