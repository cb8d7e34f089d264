/** What a fact looks like in a book, and exactly which text its hash is taken over. Generic over what the facts say. */
import { canonical } from './canonical.ts';

/** SHA-256 unless the branch is configured for national cryptography. The id is part of the book's genesis. */
export const ALGORITHMS = ['sha256', 'sm3'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** The hash, in lower-case hexadecimal, of a text's UTF-8 bytes. A port: the domain computes no hash itself. */
export type Digest = (text: string) => string;

/** One fact as it stands in its book. */
export type Chained = {
  readonly organisationId: string;
  readonly book: string;
  /** 1, 2, 3 … in the book, without a gap. */
  readonly seq: number;
  /** What the fact is about: one member, the year, the organisation. A command folds only its own stream. */
  readonly stream: string;
  /** 1, 2, 3 … in the stream, without a gap. */
  readonly version: number;
  readonly type: string;
  /** Version of the fact's shape. */
  readonly v: number;
  /** When it was recorded: a UTC instant, '2026-03-31T01:02:03.456Z'. Order is kept by `seq`, never by this. */
  readonly at: string;
  readonly actor: string;
  /** The canonical text of what the fact says; hashed as stored. */
  readonly body: string;
  readonly prevHash: string;
  readonly hash: string;
};

/** Where a book stands: its last fact. A book without facts stands at 0 and its genesis. */
export type Head = { readonly seq: number; readonly hash: string };

const FORMAT = 'jifen/1';

/** The text whose hash is the `prevHash` of a book's first fact: no chain can be moved to another book or algorithm. */
export function genesisText(organisationId: string, book: string, algorithm: Algorithm): string {
  return canonical({ algorithm, book, format: FORMAT, organisationId });
}

/** The text whose hash is the fact's `hash`. Everything in the row but the hash itself. */
export function factText(fact: Omit<Chained, 'hash'>): string {
  const { organisationId, book, seq, stream, version, type, v, at, actor, body, prevHash } = fact;
  return canonical({ actor, at, body, book, organisationId, prevHash, seq, stream, type, v, version });
}

/** The fact with its hash, following `prevHash`. */
export function chained(fact: Omit<Chained, 'hash'>, digest: Digest): Chained {
  return { ...fact, hash: digest(factText(fact)) };
}

/**
 * The text whose hash stands in a fact for something kept out of the chain: personal data, a free text. The salt keeps it
 * from being guessed; both go when the content is lawfully destroyed, and the chain still verifies.
 */
export function sealedText(salt: string, content: string): string {
  return canonical({ content, salt });
}
