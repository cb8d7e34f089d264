/**
 * How many objections the public pages take in a day (promises P1, T20), counted in the books' own database so that two
 * programs agree. What is told to the receiver is never counted.
 */
import type { Day } from '../../domain/period.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Reading } from '../ports.ts';
import type { ObjectionRow } from '../ports/objections.ts';

const A_NOTICE = 50;
const ALL_NOTICES = 500;
const MEGABYTE = 1024 * 1024;
const ALL_FILES = 32 * MEGABYTE;

type Handing = Pick<ObjectionRow, 'organisationId' | 'noticeId' | 'how'> & {
  readonly files: readonly { readonly bytes: Uint8Array }[];
};

/** Refuses with what else can be done: tomorrow, without files, or in person. */
export async function quotaRefusal(
  tx: Reading,
  { organisationId, noticeId, how, files }: Handing,
  today: Day,
): Promise<Refusal | undefined> {
  if (how !== 'page') return undefined;
  const ofNotice = await tx.objectionsSince(today, { organisationId, noticeId });
  if (ofNotice.count >= A_NOTICE) return refuse('objectionsFull', 'An1.6', { most: A_NOTICE });
  const all = await tx.objectionsSince(today);
  if (all.count >= ALL_NOTICES) return refuse('objectionsFull', 'An1.6', { most: ALL_NOTICES });
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return bytes > 0 && all.bytes + bytes > ALL_FILES ? refuse('filesFull', 'An1.6', {}) : undefined;
}
