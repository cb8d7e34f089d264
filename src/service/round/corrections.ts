/** Corrections (更正, G31) a decision upholds: registered entries of earlier periods, put right in this one. */
import type { Matter, Proposal } from '../../domain/round/matter.ts';
import type { EntryWords } from '../posting.ts';
import type { PostedEntry } from '../fold.ts';
import type { Making, NewFact } from '../step.ts';
import { memberStream, yearBook } from '../../domain/fact.ts';
import type { MatterTexts } from './decidedPostings.ts';
import type { Here } from './roundState.ts';
import type { ProposalWords } from './proposeDeduction.ts';

type Upheld = Proposal & { readonly corrects: NonNullable<Proposal['corrects']> };

export function upheldCorrections({ proposals, appraisal }: Matter): Upheld[] {
  const upheld = new Set(
    (appraisal?.deductions ?? []).filter((one) => one.upheld).map(({ proposalId }) => proposalId),
  );
  return proposals.filter(
    (one): one is Upheld => one.corrects !== null && !one.withdrawn && upheld.has(one.proposalId),
  );
}

/** The member's entries as they would stand had this round registered nothing yet. */
export function withoutRound(entries: Iterable<PostedEntry>, { entries: ofRound }: Matter): PostedEntry[] {
  const all = [...entries];
  const restored = new Set(
    all.flatMap(({ entryId, corrects }) =>
      ofRound.includes(entryId) && corrects !== null ? [corrects] : [],
    ),
  );
  return all
    .filter(({ entryId }) => !ofRound.includes(entryId))
    .map((entry) => (restored.has(entry.entryId) ? { ...entry, corrected: null } : entry));
}

/** The same with what was upheld put right, as it will be registered. */
export function withCorrections(
  entries: readonly PostedEntry[],
  matter: Matter,
  period: number,
): PostedEntry[] {
  const upheld = new Map(upheldCorrections(matter).map((one) => [one.corrects.entryId, one]));
  return entries.flatMap((entry): PostedEntry[] => {
    const one = upheld.get(entry.entryId);
    if (one === undefined) return [entry];
    const { amount, proposalId, seq, corrects } = one;
    return [
      { ...entry, corrected: { in: period, seq } },
      { ...entry, entryId: proposalId, amount, corrects: entry.entryId, withdrawn: corrects.withdrawn },
    ];
  });
}

type Wanted = Pick<PostedEntry, 'corrects' | 'amount' | 'withdrawn'>;
const keyOf = ({ corrects, amount, withdrawn }: Wanted) => `${corrects} ${amount} ${withdrawn}`;

/**
 * The facts that put right what was upheld, and reverse what an earlier registration of this round had put right otherwise.
 * `booked`: the member's entries as the books have them.
 */
export function correctionFacts(
  { year, period }: Here,
  matter: Matter,
  booked: Iterable<PostedEntry>,
  texts: MatterTexts,
  making: Making,
): { readonly made: readonly NewFact[]; readonly over: readonly string[] } {
  const standing = new Map(
    [...booked]
      .filter(
        (one) => one.corrects !== null && one.reversedSeq === null && matter.entries.includes(one.entryId),
      )
      .map((one) => [keyOf(one), one.entryId]),
  );
  const upheld = upheldCorrections(matter).map((one) => ({
    ...one,
    wanted: { corrects: one.corrects.entryId, amount: one.amount, withdrawn: one.corrects.withdrawn },
  }));
  const keys = new Set(upheld.map(({ wanted }) => keyOf(wanted)));
  const book = yearBook(year);
  return {
    over: [...standing].filter(([key]) => !keys.has(key)).map(([, entryId]) => entryId),
    made: upheld
      .filter(({ wanted }) => !standing.has(keyOf(wanted)))
      .map(({ wanted: { corrects, amount, withdrawn }, seq }): NewFact => {
        const said = texts.get(seq) as ProposalWords | undefined;
        const words: EntryWords = {
          reason: said?.reason ?? null,
          evidence: said?.evidence ?? null,
          supplier: said?.supplier ?? null,
          incident: null,
          achievement: null,
        };
        const text = making.seal(book, words);
        const fact = {
          type: 'entryCorrected',
          v: 1,
          entryId: making.newId(),
          personId: matter.personId,
          corrects,
          period,
          amount,
          withdrawn,
          textHash: text.hash,
        } as const;
        return { book, stream: memberStream(matter.personId), fact, text };
      }),
  };
}
