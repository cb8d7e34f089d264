/** Everything the books hold of one organisation and year, folded, with its words. */
import { yearBook } from '../domain/fact.ts';
import type { Chained } from '../domain/ledger/envelope.ts';
import { foldYear, type PostedEntry, type PostedOpening, type ReceivedQuarters } from './fold.ts';
import { type RoundPeople, roundsIn } from './awaitedPeriods.ts';
import type { Reading } from './ports.ts';
import type { EntryWords } from './posting.ts';
import { readRegister, type WholeRegister } from './wholeRegister.ts';

/** `words` is null when they have been lawfully destroyed. */
export type WordedEntry = PostedEntry & { readonly words: EntryWords | null };

export type WholeYear = WholeRegister & {
  /** By person: what their record was given when the year opened. */
  readonly openings: ReadonlyMap<string, PostedOpening>;
  /** Whatever was not reversed, in the order in which it was posted: what was corrected since is there beside its correction. */
  readonly entries: readonly WordedEntry[];
  /** By person: what came with them from another branch, and which. */
  readonly received: ReadonlyMap<string, readonly NamedQuarters[]>;
  /** By period: who was in its round when it began, and who of them has been registered. */
  readonly rounds: ReadonlyMap<number, RoundPeople>;
};

export type NamedQuarters = ReceivedQuarters & { readonly from: string };

const FACTS_AT_A_TIME = 2_000;

export async function readWholeYear(tx: Reading, organisationId: string, year: number): Promise<WholeYear> {
  const { people, others } = await readRegister(tx, organisationId);
  const book = yearBook(year);
  const facts = await allFacts(tx, organisationId, book);
  const { openings, entries, received } = foldYear(facts);
  const words = await contentsOf<EntryWords & { readonly from?: string }>(tx, organisationId, book);
  const standing = [...entries.values()].filter(({ reversedSeq }) => reversedSeq === null);
  return {
    people,
    others,
    openings,
    rounds: roundsIn(facts),
    entries: standing.map((entry) => ({ ...entry, words: words.get(entry.seq) ?? null })),
    received: new Map(
      [...received].map(([personId, all]) => [
        personId,
        all.map((one) => ({ ...one, from: words.get(one.seq)?.from ?? '别的支部' })),
      ]),
    ),
  };
}

async function allFacts(tx: Reading, organisationId: string, book: string): Promise<Chained[]> {
  const facts: Chained[] = [];
  for (let after = 0; ; ) {
    const page = await tx.facts(organisationId, book, after, FACTS_AT_A_TIME);
    for (const fact of page) facts.push(fact);
    const last = page.at(-1);
    if (last === undefined) return facts;
    after = last.seq;
  }
}

async function contentsOf<T>(tx: Reading, organisationId: string, book: string): Promise<Map<number, T>> {
  const texts = await tx.texts(organisationId, book, 0);
  return new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as T]));
}
