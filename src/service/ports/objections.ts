/** What is kept of objections beside the books, and the seal it is kept under. */
import type { Day } from '../../domain/period.ts';

/**
 * 异议: somebody's objection to a line of a notice, kept apart from the books under a random id (An1.6, G30). `objector` and
 * `words` are sealed (Sealing): nobody reads them in the database. No address, no hour.
 */
export type ObjectionRow = {
  readonly organisationId: string;
  readonly objectionId: string;
  readonly year: number;
  readonly period: number;
  /** The member it is about. */
  readonly personId: string;
  readonly noticeId: string;
  readonly handedInOn: Day;
  /** On the public page, or told or handed to the receiver, who wrote it down. */
  readonly how: 'page' | 'spoken' | 'paper';
  readonly objector: string;
  readonly words: string;
  /** Of the receipt code, and of the form it came on: each comes once. */
  readonly receiptHash: string;
  readonly formHash: string;
};

/** A file handed in with an objection; `label` holds its name and type, `content` its bytes, both sealed. */
export type ObjectionFileRow = {
  readonly organisationId: string;
  readonly objectionId: string;
  readonly number: number;
  /** Bytes before sealing. */
  readonly size: number;
  readonly label: string;
  readonly content: string;
};

/** How many objections were handed in on the public pages, and the bytes of their files. */
export type ObjectionCount = { readonly count: number; readonly bytes: number };

/** Objections as they were handed in; whether they were taken in or answered stands in the books. */
export type ReadingObjections = {
  /** In the order of the days they were handed in. */
  readonly objections: (
    organisationId: string,
    of?: { readonly year: number; readonly period: number },
  ) => Promise<ObjectionRow[]>;
  readonly objection: (organisationId: string, objectionId: string) => Promise<ObjectionRow | undefined>;
  readonly objectionBy: (
    organisationId: string,
    by: { readonly column: 'receiptHash' | 'formHash'; readonly hash: string },
  ) => Promise<ObjectionRow | undefined>;
  /** Without their content. */
  readonly objectionFiles: (
    organisationId: string,
    objectionId: string,
  ) => Promise<Omit<ObjectionFileRow, 'content'>[]>;
  readonly objectionFile: (
    organisationId: string,
    objectionId: string,
    number: number,
  ) => Promise<ObjectionFileRow | undefined>;
  /** On the public pages since that day, of one notice or of all. */
  readonly objectionsSince: (
    since: Day,
    of?: { readonly organisationId: string; readonly noticeId: string },
  ) => Promise<ObjectionCount>;
};

export type WritingObjections = {
  /** One whose form came before is left alone. */
  readonly addObjection: (row: ObjectionRow, files: readonly ObjectionFileRow[]) => Promise<void>;
};

/** Keeps from whoever reads the database what must not be read there: one key beside it, made at first use. */
export type Sealing = {
  /** Encrypted and authenticated text; opens only at the same place. */
  readonly seal: (place: string, bytes: Uint8Array) => string;
  /** Throws on text that was sealed elsewhere, under another key, or touched since. */
  readonly open: (place: string, sealed: string) => Uint8Array;
  /** A keyed hash; each purpose has a key of its own. */
  readonly hash: (purpose: string, text: string) => string;
};
