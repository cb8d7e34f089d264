/**
 * Recomputes the books from the first fact on: chain, order, people, texts, views and scores, and holds them against any
 * earlier printed head. Reads only, page by page; works beside a running server.
 * Without a printed head, a history that was chained anew and a tail that was cut off cannot be told from the truth (L2).
 */

import { REGISTER, UnknownFact } from '../../domain/fact.ts';
import type { PrintedHead } from '../../domain/ledger/chain.ts';
import type { BookRow, Reading, World } from '../ports.ts';
import type { EvidenceFiles } from '../ports/evidence.ts';
import type { Context } from './context.ts';
import { checkEvidence } from './evidence.ts';
import { checkObjections } from './objections.ts';
import { checkPersons } from './persons.ts';
import { checkTwins, type Twins } from './twins.ts';
import { checkViews } from './views.ts';
import { walkRegister, walkYear } from './walk.ts';
import { type Findings, findings, type Wrong } from './wrong.ts';

export type Verification = {
  readonly sound: boolean;
  readonly facts: number;
  /** The heads as they stand, to be printed or compared. */
  readonly books: readonly BookRow[];
  /** The first hundred things that are wrong; the first fact that is wrong comes first in its book. */
  readonly wrong: readonly Wrong[];
};

/** `evidence`: the files beside the books; absent: only the books are looked at. */
export type Verifying = Pick<World, 'store' | 'digests'> & { readonly evidence?: EvidenceFiles };

/** `only`: the books of one organisation; nothing of another's is looked at or told, so that acts in two registers are not compared. */
export async function verify(
  { store, digests, evidence }: Verifying,
  printed: readonly PrintedHead[] = [],
  only?: string,
): Promise<Verification> {
  return await store.read(async (tx) => {
    const found = findings();
    const met = new Set<PrintedHead>();
    const heads: BookRow[] = [];
    const twins = new Map<string, Twins | undefined>();
    for (const organisationId of await organisationsOf(tx, found, only)) {
      const books = await tx.books(organisationId);
      heads.push(...books);
      const context = { digests, printed, met, found, ...(evidence === undefined ? {} : { evidence }) };
      twins.set(organisationId, await verifyOrganisation(tx, organisationId, books, context));
    }
    if (only === undefined) checkTwins(twins, found);
    for (const head of printed) if (!met.has(head)) found.add(notContained(head));
    const facts = heads.reduce((sum, { seq }) => sum + seq, 0);
    return { sound: found.all.length === 0, facts, books: heads, wrong: found.all };
  });
}

/** Every organisation that some row speaks of. A book without a head is told, of all organisations or of one. */
async function organisationsOf(tx: Reading, found: Findings, only?: string): Promise<string[]> {
  const ids = new Set((await tx.organisations()).map(({ organisationId }) => organisationId));
  for (const organisationId of await tx.organisationsWithPeople()) ids.add(organisationId);
  const headed = new Map<string, Set<string>>();
  for (const { organisationId, book, table } of await tx.booksNamed()) {
    ids.add(organisationId);
    const books =
      headed.get(organisationId) ?? new Set((await tx.books(organisationId)).map((head) => head.book));
    headed.set(organisationId, books);
    if (books.has(book) || (only !== undefined && only !== organisationId)) continue;
    found.add({
      organisationId,
      book,
      seq: table === 'fact' ? 1 : null,
      subject: null,
      reason: 'strayBook',
      table: table === 'fact' ? 'book' : table,
      expected: table === 'fact' ? book : '',
      found: '',
    });
  }
  return only === undefined ? [...ids].sort() : [only];
}

/** What its register says that another's says too; undefined when it is not sound. */
async function verifyOrganisation(
  tx: Reading,
  organisationId: string,
  books: readonly BookRow[],
  context: Context,
): Promise<Twins | undefined> {
  const register = books.find(({ book }) => book === REGISTER);
  if (register === undefined) {
    context.found.add({
      organisationId,
      book: REGISTER,
      seq: null,
      subject: null,
      reason: 'missing',
      table: 'book',
      expected: REGISTER,
      found: '',
    });
    return undefined;
  }
  const walked = await walkRegister(tx, register, context);
  const sound: BookRow[] = [];
  for (const book of books) {
    if (book === register || !(await walkYear(tx, book, context))) continue;
    sound.push(book);
    await checkObjections(tx, book, context.found);
    if (context.evidence !== undefined) await checkEvidence(tx, book, context.evidence, context.found);
  }
  if (walked === undefined) return undefined;
  await checkPersons(tx, register, walked.persons, context);
  try {
    await checkViews(tx, register, walked, sound, context.found);
  } catch (error) {
    // the walk has named it already
    if (!(error instanceof UnknownFact)) throw error;
  }
  return walked.twins;
}

function notContained({ hash, seq }: PrintedHead): Wrong {
  const expected = seq === undefined ? hash : `${hash}@${seq}`;
  return {
    organisationId: '',
    book: null,
    seq: seq ?? null,
    subject: null,
    reason: 'printedHead',
    table: 'book',
    expected,
    found: '',
  };
}
