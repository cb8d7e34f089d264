/** What `verify` finds, as data; the sentences are made at the edge. */
import type { ChainFault } from '../../domain/ledger/chain.ts';
import type { Chained } from '../../domain/ledger/envelope.ts';

export type Wrong = {
  readonly organisationId: string;
  /** Absent when the whole organisation is meant. */
  readonly book: string | null;
  /** The first fact that is wrong, or to which the wrong row belongs. */
  readonly seq: number | null;
  /** Id of the person, entry or policy whose row is wrong. */
  readonly subject: string | null;
  /**
   * Beside the chain's own: unknownFact – no fact of this program · impossible – ends or reverses what
   * was never there · strayBook – facts without a head · printedHead – an
   * earlier head is in no book · twin – the register of the other organisation has the same act otherwise or not at all · then, for rows outside the chain: changed, missing or extra.
   */
  readonly reason:
    | ChainFault['reason']
    | 'unknownFact'
    | 'impossible'
    | 'strayBook'
    | 'printedHead'
    | 'twin'
    | 'changed'
    | 'missing'
    | 'extra';
  readonly table:
    | 'fact'
    | 'book'
    | 'organisation'
    | 'policy'
    | 'person'
    | 'text'
    | 'member'
    | 'entry'
    | 'memberYear'
    | 'placing'
    | 'personAccount'
    | 'office'
    | 'evidence'
    | 'objection';
  readonly expected: string;
  readonly found: string;
};

/** Takes what is wrong; keeps the first ones, so that a ruined file cannot fill the memory. */
export type Findings = { readonly add: (wrong: Wrong) => void; readonly all: Wrong[] };

const KEPT = 100;

export function findings(): Findings {
  const all: Wrong[] = [];
  return {
    all,
    add(wrong) {
      if (all.length < KEPT) all.push(wrong);
    },
  };
}

/** Something wrong with one fact, or with the row that belongs to it. */
export function wrongRow(
  at: Pick<Chained, 'organisationId' | 'book' | 'seq'>,
  table: Wrong['table'],
  reason: Wrong['reason'],
  expected: string,
  held: string,
): Wrong {
  const { organisationId, book, seq } = at;
  return { organisationId, book, seq, subject: null, reason, table, expected, found: held };
}
