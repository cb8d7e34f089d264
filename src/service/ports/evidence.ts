/** What is kept of evidence: a row for each file somebody brought to a member's matter, and the files themselves by their content. */
import type { EvidenceKind } from '../../domain/evidence/file.ts';

/** Outside the chain; a fact names the file by `evidenceId`, the SHA-256 of its bytes in hexadecimal. */
export type EvidenceRow = {
  readonly organisationId: string;
  readonly book: string;
  readonly period: number;
  readonly personId: string;
  readonly evidenceId: string;
  /** For a bonus the member claims, or for a deduction somebody proposes. */
  readonly purpose: 'claim' | 'deduction';
  /** Who brought it, as a fact names actors. */
  readonly addedBy: string;
  readonly addedAt: string;
  /** Harmless on every system. */
  readonly name: string;
  readonly kind: EvidenceKind;
  /** In bytes. */
  readonly size: number;
  /** JSON text of the warnings its reader gets. */
  readonly flags: string;
};

export type EvidenceReading = {
  /** Everything brought to the matters of that round, or of those people in it, in the order it was brought. */
  readonly evidenceOf: (
    organisationId: string,
    book: string,
    period: number,
    people?: readonly string[],
  ) => Promise<EvidenceRow[]>;
  /** Everything brought to one person's matters, whatever the year. */
  readonly evidenceAbout: (organisationId: string, personId: string) => Promise<EvidenceRow[]>;
  /** Bytes kept for one member in one year, and for the whole organisation. */
  readonly evidenceBytes: (
    organisationId: string,
    book: string,
    personId: string,
  ) => Promise<{ readonly member: number; readonly organisation: number }>;
  /** Those of the ids that some row names, in whatever organisation. */
  readonly evidenceHeld: (ids: readonly string[]) => Promise<Set<string>>;
};

export type EvidenceWriting = {
  /** One that is there already is left alone. */
  readonly addEvidence: (row: EvidenceRow) => Promise<void>;
  readonly removeEvidence: (row: EvidenceRow) => Promise<void>;
};

/** The files in the data folder. */
export type EvidenceFiles = {
  /** On disk for good when it returns, its id. Throws NoRoom when the disk is full; nothing half-written stays. */
  readonly keep: (bytes: Uint8Array) => Promise<string>;
  /** `changed`: the bytes are no longer those that were kept. Never gives bytes that are. */
  readonly read: (id: string) => Promise<Uint8Array<ArrayBuffer> | 'missing' | 'changed'>;
  readonly has: (id: string) => Promise<boolean>;
  /** Whether the bytes are those that were kept, read piece by piece. */
  readonly check: (id: string) => Promise<'sound' | 'missing' | 'changed'>;
  readonly remove: (id: string) => void;
  /** Files that were last written before that instant, in milliseconds, in pages; unfinished ones are removed on the way. */
  readonly olderThan: (milliseconds: number) => AsyncIterable<readonly string[]>;
};

export class NoRoom extends Error {
  override readonly name = 'NoRoom';
}
