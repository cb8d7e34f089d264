/** What counted of a member's year in the branch they leave: periods, figures, entries with their words (G22). */
import { memberStream, yearBook } from '../domain/fact.ts';
import { countedPeriods } from '../domain/member/counted.ts';
import { asOfYear } from '../domain/member/inYear.ts';
import type { Member } from '../domain/member/member.ts';
import { type Day, yearOf } from '../domain/period.ts';
import { scoringOf } from '../domain/policy/scoring.ts';
import { rulesOfSum } from '../domain/policy/transfer.ts';
import { scoreYear } from '../domain/year/corrected.ts';
import type { Transcript, TranscriptEntry } from '../domain/year/transcript.ts';
import { foldYear, isStanding, scoredEntries } from './fold.ts';
import type { Reading } from './ports.ts';
import type { EntryWords } from './posting.ts';
import type { Heads } from './step.ts';
import { policyOf } from './viewRows.ts';

type Leaving = { readonly organisationId: string; readonly personId: string; readonly on: Day };

/** Null when the branch keeps no book of the year in which the member leaves. */
export async function transcriptYear(
  tx: Reading,
  { organisationId, personId, on }: Leaving,
  member: Member,
  heads: Heads,
): Promise<Transcript['year']> {
  const year = yearOf(on);
  const book = yearBook(year);
  const head = heads.get(book);
  const row = await tx.policy(organisationId, book);
  if (head === undefined || row === undefined) return null;
  const policy = policyOf(row.content);
  const scoring = scoringOf(policy);
  const folded = foldYear(await tx.factsOf(organisationId, book, [memberStream(personId)]));
  const received = folded.received.get(personId) ?? [];
  const periods = countedPeriods(
    asOfYear({ ...member, leftOn: on }, year),
    { year, count: scoring.periodCount },
    received.flatMap((one) => one.periods),
  );
  // as the books say it now: a correction is told to the other branch in the quarter it is about
  const standing = [...folded.entries.values()]
    .filter(isStanding)
    .map((entry) => ({ ...entry, corrects: null }));
  const score = scoreYear(scoring, periods, scoredEntries(policy, standing));
  const seqs = [...standing, ...received].map(({ seq }) => seq);
  const texts = new Map(
    (await tx.textsOf(organisationId, book, seqs)).map(({ seq, content }) => [seq, content]),
  );
  const from = new Map(received.map(({ transcriptId, seq }) => [transcriptId, texts.get(seq)]));
  return {
    year,
    policy: { id: policy.id, version: policy.version, title: policy.title },
    rules: rulesOfSum(policy) as Record<string, unknown>,
    head: { seq: head.seq, hash: head.hash },
    periods,
    figures: score.periods.map(({ period, kinds, points }) => ({ period, kinds: { ...kinds }, points })),
    entries: standing.map((entry): TranscriptEntry => {
      const { item, day, period, amount, incident, achievement, transcriptId } = entry;
      const brought = transcriptId === null ? undefined : from.get(transcriptId);
      const said = wordsIn(texts.get(entry.seq));
      return {
        from: brought === undefined ? null : (JSON.parse(brought) as { from: string }).from,
        item,
        day,
        period,
        amount,
        reason: said.reason,
        evidence: said.evidence,
        supplier: said.supplier,
        // their digests, which group the same way, after a lawful destruction
        incident: said.incident ?? incident,
        achievement: said.achievement ?? achievement,
      };
    }),
  };
}

const NO_WORDS = { reason: null, evidence: null, supplier: null, incident: null, achievement: null };
const wordsIn = (content: string | undefined): EntryWords =>
  content === undefined ? NO_WORDS : { ...NO_WORDS, ...(JSON.parse(content) as Partial<EntryWords>) };
