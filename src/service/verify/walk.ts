/** One book from its first fact to its head: chain, known facts, and what each fact holds the hash of. */
import { type Matters, takeExemption } from '../../domain/exemption/matter.ts';
import { ImpossibleFact } from '../../domain/ledger/impossible.ts';
import { type Fact, readFact, REGISTER, UnknownFact } from '../../domain/fact.ts';
import { canonical } from '../../domain/ledger/canonical.ts';
import { walkChain } from '../../domain/ledger/chain.ts';
import { type Chained, type Digest, sealedText } from '../../domain/ledger/envelope.ts';
import { emptyRegister, type OfficeRegister, take } from '../../domain/office/register.ts';
import { foldRegister, type RegisteredPerson } from '../fold.ts';
import type { BookRow, PolicyRow, Reading, TextRow } from '../ports.ts';
import { type Plans, takeIntoPlans } from '../taskPlan/planRegister.ts';
import type { Context } from './context.ts';
import type { HashedPerson } from './persons.ts';
import { ownTwins, toldTwin, type Twins } from './twins.ts';
import { type Findings, wrongRow } from './wrong.ts';

const FACTS_AT_A_TIME = 500;

/** What a sound register says. `persons`: whose row must be there, with the latest hash it must have. */
export type WalkedRegister = {
  readonly people: ReadonlyMap<string, RegisteredPerson>;
  readonly persons: ReadonlyMap<string, HashedPerson>;
  readonly offices: OfficeRegister;
  readonly twins: Twins;
};

/** Undefined when the chain is broken, so that nothing is judged by wrong facts. */
export async function walkRegister(
  tx: Reading,
  book: BookRow,
  context: Context,
): Promise<WalkedRegister | undefined> {
  const people = new Map<string, RegisteredPerson>();
  const persons = new Map<string, HashedPerson>();
  const offices = emptyRegister();
  const exemptions: Matters = new Map();
  const told: Twins['told'][number][] = [];
  const sound = await walk(tx, book, context, async (fact, row) => {
    if (fact.type === 'organisationFounded')
      await checkOrganisation(tx, book, fact.organisationHash, row.seq, context);
    for (const [id, person] of foldRegister([row])) people.set(id, person);
    if ('personHash' in fact) persons.set(fact.personId, { personHash: fact.personHash, seq: row.seq });
    takeExemption(exemptions, fact, row);
    told.push(...toldTwin(book.organisationId, fact, row.seq));
    take(offices, book.organisationId, fact, row);
  });
  const twins = { own: ownTwins(book.organisationId, exemptions), told };
  return sound ? { people, persons, offices, twins } : undefined;
}

/** Whether a year book can be reckoned with: its chain holds, and its policy is the one it was opened under. */
export async function walkYear(tx: Reading, book: BookRow, context: Context): Promise<boolean> {
  let policyHolds = false;
  const plans: Plans = new Map();
  const sound = await walk(tx, book, context, async (fact, row) => {
    takeIntoPlans(plans, fact, row);
    if (fact.type === 'yearOpened')
      policyHolds = await policyIsSound(tx, book, fact.policy, row.seq, context);
  });
  return sound && policyHolds;
}

async function walk(
  tx: Reading,
  book: BookRow,
  { digests, printed, met, found }: Context,
  visit: (fact: Fact, row: Chained) => Promise<void>,
): Promise<boolean> {
  const { organisationId } = book;
  const digest = digests[book.algorithm];
  const chain = walkChain(book, digest, printed);
  let after = 0;
  try {
    for (;;) {
      const page = await tx.facts(organisationId, book.book, after, FACTS_AT_A_TIME);
      const last = page.at(-1);
      if (last === undefined) break;
      const texts = new Map(
        (await tx.texts(organisationId, book.book, after, last.seq)).map((text) => [text.seq, text]),
      );
      for (const row of page) {
        const fault = chain.next(row);
        if (fault !== undefined) {
          found.add({ organisationId, book: book.book, subject: null, table: 'fact', ...fault });
          return false;
        }
        const fact = knownFact(row, found);
        if (fact === undefined) return false;
        if (!(await visited(visit, fact, row, found))) return false;
        checkText(row, fact, texts, digest, found);
        texts.delete(row.seq);
      }
      for (const text of texts.values()) found.add(extraText(text));
      after = last.seq;
    }
    const fault = chain.end(book);
    if (fault !== undefined)
      found.add({ organisationId, book: book.book, subject: null, table: 'book', ...fault });
    for (const text of await tx.texts(organisationId, book.book, after)) found.add(extraText(text));
    return fault === undefined;
  } finally {
    for (const head of chain.met) met.add(head);
  }
}

async function visited(
  visit: (fact: Fact, row: Chained) => Promise<void>,
  fact: Fact,
  row: Chained,
  found: Findings,
): Promise<boolean> {
  try {
    await visit(fact, row);
    return true;
  } catch (error) {
    if (!(error instanceof ImpossibleFact)) throw error;
    found.add(wrongRow(row, 'fact', 'impossible', '', error.message));
    return false;
  }
}

function knownFact(row: Chained, found: Findings): Fact | undefined {
  try {
    return readFact(row);
  } catch (error) {
    if (!(error instanceof UnknownFact || error instanceof SyntaxError)) throw error;
    found.add(wrongRow(row, 'fact', 'unknownFact', `${row.type} v${row.v}`, error.message));
    return undefined;
  }
}

function checkText(
  row: Chained,
  fact: Fact,
  texts: ReadonlyMap<number, TextRow>,
  digest: Digest,
  found: Findings,
): void {
  const expected = 'textHash' in fact ? fact.textHash : null;
  const text = texts.get(row.seq);
  if (expected === null) {
    if (text !== undefined) found.add(extraText(text));
  } else if (text === undefined) {
    found.add(wrongRow(row, 'text', 'missing', expected, ''));
  } else {
    const hash = digest(sealedText(text.salt, text.content));
    if (hash !== expected) found.add(wrongRow(row, 'text', 'changed', expected, hash));
  }
}

const extraText = (text: TextRow) => wrongRow(text, 'text', 'extra', '', `${text.seq}`);

async function checkOrganisation(
  tx: Reading,
  book: BookRow,
  expected: string,
  seq: number,
  { digests, found }: Context,
): Promise<void> {
  const row = await tx.organisation(book.organisationId);
  const at = { organisationId: book.organisationId, book: REGISTER, seq };
  if (row === undefined) return found.add(wrongRow(at, 'organisation', 'missing', expected, ''));
  const hash = digests[book.algorithm](sealedText('', canonical(row)));
  if (hash !== expected) found.add(wrongRow(at, 'organisation', 'changed', expected, hash));
}

type OpenedPolicy = {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
  readonly contentHash: string;
};

async function policyIsSound(
  tx: Reading,
  book: BookRow,
  opened: OpenedPolicy,
  seq: number,
  { digests, found }: Context,
): Promise<boolean> {
  const row = await tx.policy(book.organisationId, book.book);
  const held = row === undefined ? '' : heldPolicy(row, digests[book.algorithm]);
  const expected = canonical(opened);
  if (held === expected) return true;
  const at = { organisationId: book.organisationId, book: book.book, seq };
  found.add(wrongRow(at, 'policy', row === undefined ? 'missing' : 'changed', expected, held));
  return false;
}

function heldPolicy({ policyId, version, sha256, content }: PolicyRow, digest: Digest): string {
  const contentHash = digest(sealedText('', canonical({ content })));
  return canonical({ id: policyId, version, sha256, contentHash });
}
