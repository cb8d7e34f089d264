/** Recomputes a book's chain fact by fact and says where it is wrong first. Keeps one number a stream, never the facts. */
import { type Algorithm, type Chained, type Digest, factText, genesisText, type Head } from './envelope.ts';

/** A head as printed on a notice or a paper: the whole hash or its first characters, with or without its number. */
export type PrintedHead = { readonly hash: string; readonly seq?: number | undefined };

/** 'HASH' or 'HASH@seq', at least eight characters of the hash; undefined when it is neither. */
export function parsePrintedHead(text: string): PrintedHead | undefined {
  const match = /^([0-9a-f]{8,64})(?:@([1-9]\d{0,14}))?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, hash = '', seq] = match;
  return { hash: hash.toLowerCase(), seq: seq === undefined ? undefined : Number.parseInt(seq, 10) };
}

export type ChainFault = {
  /**
   * sequence – a number is missing, doubled or out of order · link – does not follow the fact before it ·
   * hash – the fact's content is not what was hashed · version – out of order in its stream ·
   * head – the book's head is not its last fact
   */
  readonly reason: 'sequence' | 'link' | 'hash' | 'version' | 'head';
  /** The first wrong fact. */
  readonly seq: number;
  readonly expected: string;
  readonly found: string;
};

export type ChainWalk = {
  /** To be given every fact of the book in the order of seq, up to the first fault. */
  readonly next: (fact: Chained) => ChainFault | undefined;
  /** After the last fact: is the book's head the end of the chain? */
  readonly end: (head: Head) => ChainFault | undefined;
  /** The printed heads met so far. */
  readonly met: ReadonlySet<PrintedHead>;
};

export type BookName = {
  readonly organisationId: string;
  readonly book: string;
  readonly algorithm: Algorithm;
};

export function walkChain(name: BookName, digest: Digest, printed: readonly PrintedHead[] = []): ChainWalk {
  let last: Head = { seq: 0, hash: digest(genesisText(name.organisationId, name.book, name.algorithm)) };
  const versions = new Map<string, number>();
  const met = new Set<PrintedHead>();
  return {
    met,
    next(fact) {
      const wrong = faultOf(fact, last, versions.get(fact.stream) ?? 0, digest);
      if (wrong !== undefined) return wrong;
      last = { seq: fact.seq, hash: fact.hash };
      versions.set(fact.stream, fact.version);
      for (const head of printed) {
        if (fact.hash.startsWith(head.hash) && (head.seq ?? fact.seq) === fact.seq) met.add(head);
      }
      return undefined;
    },
    end(head) {
      if (head.seq === last.seq && head.hash === last.hash) return undefined;
      return fault('head', last.seq, described(last), described(head));
    },
  };
}

function faultOf(fact: Chained, last: Head, version: number, digest: Digest): ChainFault | undefined {
  if (fact.seq !== last.seq + 1)
    return fault('sequence', Math.min(fact.seq, last.seq + 1), `${last.seq + 1}`, `${fact.seq}`);
  const hash = hashOf(fact, digest);
  if (fact.hash !== hash) return fault('hash', fact.seq, hash, fact.hash);
  if (fact.prevHash !== last.hash) return fault('link', fact.seq, last.hash, fact.prevHash);
  if (fact.version !== version + 1) return fault('version', fact.seq, `${version + 1}`, `${fact.version}`);
  return undefined;
}

/** A row forced into a shape no program writes (a fraction, a null) has no hash: it is wrong, not a reason to stop. */
function hashOf(fact: Chained, digest: Digest): string {
  try {
    return digest(factText(fact));
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

const fault = (reason: ChainFault['reason'], seq: number, expected: string, found: string): ChainFault => ({
  reason,
  seq,
  expected,
  found,
});

const described = ({ seq, hash }: Head) => `${hash}@${seq}`;
