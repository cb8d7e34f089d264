/** What a transcript puts into the year's book of the next branch: the periods that counted, and each entry with its words. */
import { memberStream, yearBook } from '../domain/fact.ts';
import type { Member } from '../domain/member/member.ts';
import type { Transcript, TranscriptEntry } from '../domain/year/transcript.ts';
import { yearStart } from '../domain/period.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { PersonRow } from './ports.ts';
import { entryPosted, type Posting, postingRefusal } from './posting.ts';
import type { Making, NewFact } from './step.ts';

/** Refuses an entry that no branch could have posted under these rules (transcriptEntry). */
export function receivedFacts(
  { year, from, transcriptId, leftOn }: Transcript,
  policy: Policy,
  row: PersonRow,
  making: Making,
): NewFact[] | Refusal {
  if (year === null) return [];
  const book = yearBook(year.year);
  const there: Member = {
    type: 'full',
    joinedOn: yearStart(year.year),
    leftOn,
    fullOn: null,
    exemption: null,
    examPassedOn: null,
  };
  const text = making.seal(book, { from: from.name });
  const facts: NewFact[] = [
    {
      book,
      stream: memberStream(row.personId),
      text,
      fact: {
        type: 'quartersReceived',
        v: 1,
        transcriptId,
        personId: row.personId,
        fromOrganisation: from.organisationId,
        periods: year.periods,
        textHash: text.hash,
      },
    },
  ];
  for (const entry of year.entries) {
    const fact = entryFact(book, policy, year.year, there, entry, transcriptId, row, making);
    if (isRefusal(fact)) return fact;
    facts.push(fact);
  }
  return facts;
}

function entryFact(
  book: string,
  policy: Policy,
  year: number,
  there: Member,
  { from: _from, ...posting }: TranscriptEntry,
  transcriptId: string,
  row: PersonRow,
  making: Making,
): NewFact | Refusal {
  const wrong = postingRefusal(policy, year, there, posting satisfies Posting);
  if (wrong !== undefined && !wrong.code.startsWith('missing-'))
    return refuse('transcriptEntry', wrong.clause, { day: posting.day, item: posting.item });
  const posted = entryPosted(book, row, posting, making);
  if (posted.fact.type !== 'entryPosted') throw new Error('an entry is posted by entryPosted');
  return { ...posted, fact: { ...posted.fact, type: 'entryReceived', transcriptId } };
}
