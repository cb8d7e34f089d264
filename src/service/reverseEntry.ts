/** Reverses one entry (冲正): it stays on record, with the reason, and counts no more. */
import type { AccessObject } from '../domain/access/actor.ts';
import { memberStream, yearBook } from '../domain/fact.ts';
import type { Day } from '../domain/period.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import { foldYear, type PostedEntry } from './fold.ts';
import { type RegisteredPeriods, registeredPeriods, registeredRefusal } from './registeredPeriods.ts';
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

type State = { readonly entry: PostedEntry; readonly registered: RegisteredPeriods };

/** Refuses a year without a book, an unknown entry, one reversed already (entryReversed), one that came by transcript (entryReceived), one of a period its round has registered (periodRegistered, G31), and a reversal without a reason. */
export const reverseEntryStep: Step<ReverseEntry, State> = {
  ability: 'reverseEntry',
  object: accessTo,
  books: ({ year }) => [yearBook(year)],
  subject: ({ year }, { entry }) => ({ book: yearBook(year), stream: memberStream(entry.personId) }),
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
): Promise<State | Refusal> {
  const closed = yearNotOpen(heads, year);
  if (closed !== undefined) return closed;
  const book = yearBook(year);
  const row = await tx.entry(organisationId, book, entryId);
  if (row === undefined) return refuse('entryUnknown', null, { entryId });
  // The view only says whose it is; what it is, the facts say.
  const { entries } = foldYear(await tx.factsOf(organisationId, book, [memberStream(row.personId)]));
  const entry = entries.get(entryId);
  if (entry === undefined) return refuse('entryUnknown', null, { entryId });
  return { entry, registered: await registeredPeriods(tx, organisationId, year) };
}

function decide(
  { year, reason }: ReverseEntry,
  { entry, registered }: State,
  making: Making,
): Decision | Refusal {
  const unreasoned = reasonRefusal(reason);
  if (unreasoned !== undefined) return unreasoned;
  const { entryId, reversedSeq, transcriptId } = entry;
  if (transcriptId !== null) return refuse('entryReceived', null, { entryId });
  if (reversedSeq !== null) return refuse('entryReversed', null, { entryId, seq: reversedSeq });
  const closed = registeredRefusal(registered, entry);
  if (closed !== undefined) return closed;
  return { facts: [entryReversed(yearBook(year), entry, reason, making)], outcome: { entryId } };
}
