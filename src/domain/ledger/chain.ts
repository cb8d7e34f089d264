/** Recomputes a book's chain fact by fact and says where it is wrong first. Keeps one number a stream, never the facts. */
import { type Algorithm, type Chained, type Digest, factText, genesisText, type Head } from './envelope.ts';

/** A head as printed on a notice or a paper: the whole hash or its first characters, with or without its number. */
export type PrintedHead = { readonly hash: string; readonly seq?: number | undefined };

export type ChainFault = {
  /**
   * sequence – a number is missing, doubled or out of order · link – does not follow the fact before it ·
   * hash – the fact's content is not what was hashed · version – out of order in its stream ·
   * head – the book's head is not its last fact · printedHead – an earlier head is not in the book
   */
  readonly reason: 'sequence' | 'link' | 'hash' | 'version' | 'head' | 'printedHead';
  /** The first wrong fact; for a printed head without a number, the book's last. */
  readonly seq: number;
  readonly expected: string;
  readonly found: string;
};

export type ChainWalk = {
  /** To be given every fact of the book in the order of seq; the first fault, or undefined. */
  readonly next: (fact: Chained) => ChainFault | undefined;
  /** After the last fact: is the head the end of the chain, and is every printed head in it? */
  readonly end: (head: Head) => ChainFault[];
};

export type BookName = {
  readonly organisationId: string;
  readonly book: string;
  readonly algorithm: Algorithm;
};

export function walkChain(name: BookName, digest: Digest, printed: readonly PrintedHead[] = []): ChainWalk {
  let last: Head = { seq: 0, hash: digest(genesisText(name.organisationId, name.book, name.algorithm)) };
  const versions = new Map<string, number>();
  const missing = new Set(printed);
  const contradicted: ChainFault[] = [];

  const compareWithPrinted = (fact: Chained) => {
    for (const head of missing) {
      const same = fact.hash.startsWith(head.hash);
      if (same && (head.seq === undefined || head.seq === fact.seq)) missing.delete(head);
      else if (head.seq === fact.seq) {
        missing.delete(head);
        contradicted.push(fault('printedHead', fact.seq, head.hash, fact.hash));
      }
    }
  };

  return {
    next(fact) {
      const wrong = faultOf(fact, last, versions.get(fact.stream) ?? 0, digest);
      if (wrong !== undefined) return wrong;
      last = { seq: fact.seq, hash: fact.hash };
      versions.set(fact.stream, fact.version);
      compareWithPrinted(fact);
      return undefined;
    },
    end(head) {
      const faults = [...contradicted];
      if (head.seq !== last.seq || head.hash !== last.hash)
        faults.push(fault('head', last.seq, described(last), described(head)));
      for (const { hash, seq } of missing)
        faults.push(fault('printedHead', seq ?? last.seq, hash, described(last)));
      return faults;
    },
  };
}

function faultOf(fact: Chained, last: Head, version: number, digest: Digest): ChainFault | undefined {
  if (fact.seq !== last.seq + 1)
    return fault('sequence', Math.min(fact.seq, last.seq + 1), `${last.seq + 1}`, `${fact.seq}`);
  const hash = digest(factText(fact));
  if (fact.hash !== hash) return fault('hash', fact.seq, hash, fact.hash);
  if (fact.prevHash !== last.hash) return fault('link', fact.seq, last.hash, fact.prevHash);
  if (fact.version !== version + 1) return fault('version', fact.seq, `${version + 1}`, `${fact.version}`);
  return undefined;
}

const fault = (reason: ChainFault['reason'], seq: number, expected: string, found: string): ChainFault => ({
  reason,
  seq,
  expected,
  found,
});

const described = ({ seq, hash }: Head) => `${hash}@${seq}`;
