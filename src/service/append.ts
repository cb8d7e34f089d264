/** Puts decided facts into their books: number, version, hash, and the head moved on. */
import { type Actor, actorText } from '../domain/access/actor.ts';
import { bodyOf } from '../domain/fact.ts';
import { canonical } from '../domain/ledger/canonical.ts';
import { type Chained, chained, type Digest, genesisText } from '../domain/ledger/envelope.ts';
import type { BookRow, TextRow, World, Writing } from './ports.ts';
import type { Heads, NewFact } from './step.ts';

export type Appending = {
  readonly organisationId: string;
  readonly actor: Actor;
  readonly at: string;
  readonly heads: Heads;
  readonly facts: readonly NewFact[];
};

/** The new heads of the books that took facts. A book begins with its first fact. */
export async function append(tx: Writing, world: World, appending: Appending): Promise<BookRow[]> {
  const books = [...new Set(appending.facts.map(({ book }) => book))];
  const moved: BookRow[] = [];
  for (const book of books) {
    const head = appending.heads.get(book);
    const next = await appendTo(tx, world, appending, head ?? genesis(world, appending.organisationId, book));
    if (head === undefined) await tx.addBook(next);
    else await tx.moveHead(next);
    moved.push(next);
  }
  return moved;
}

function genesis({ algorithm, digests }: World, organisationId: string, book: string): BookRow {
  return {
    organisationId,
    book,
    algorithm,
    seq: 0,
    hash: digests[algorithm](genesisText(organisationId, book, algorithm)),
  };
}

async function appendTo(tx: Writing, world: World, appending: Appending, head: BookRow): Promise<BookRow> {
  const { organisationId, book, algorithm } = head;
  const facts = appending.facts.filter((one) => one.book === book);
  const versions = await tx.versions(organisationId, book, [...new Set(facts.map(({ stream }) => stream))]);
  const rows: Chained[] = [];
  const texts: TextRow[] = [];
  let { seq, hash } = head;
  for (const one of facts) {
    const row = chainOn({ ...head, seq, hash }, one, versions, appending, world.digests[algorithm]);
    rows.push(row);
    if (one.text !== undefined) {
      texts.push({ organisationId, book, seq: row.seq, salt: one.text.salt, content: one.text.content });
    }
    ({ seq, hash } = row);
  }
  await tx.addFacts(rows);
  await tx.addTexts(texts);
  return { ...head, seq, hash };
}

function chainOn(
  { organisationId, book, seq, hash }: BookRow,
  { stream, fact }: NewFact,
  versions: Map<string, number>,
  { at, actor }: Appending,
  digest: Digest,
): Chained {
  const version = (versions.get(stream) ?? 0) + 1;
  versions.set(stream, version);
  const { type, v } = fact;
  const body = canonical(bodyOf(fact));
  const row = {
    organisationId,
    book,
    seq: seq + 1,
    stream,
    version,
    type,
    v,
    at,
    actor: actorText(actor),
    body,
    prevHash: hash,
  };
  return chained(row, digest);
}
