/**
 * 提出异议 (An1.6, G30): whoever objects hands in a name, how to reach them and their words, on the public page or told to the
 * receiver. It waits under seal until the receiver takes it in or declines it; until then no book speaks of it.
 */
import type { Day } from '../../domain/period.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { actRefusal, type Matter } from '../../domain/round/matter.ts';
import { dayInShanghai } from '../dayInShanghai.ts';
import type { Reading, World } from '../ports.ts';
import type { ObjectionRow } from '../ports/objections.ts';
import { type Here, loadMatters, matterOf } from '../round/roundState.ts';
import { quotaRefusal } from './quota.ts';
import { receiptCode, receiptHashes } from './receipt.ts';
import { type ObjectionFile, type Objector, sealFile, sealObjection } from './sealed.ts';

export const MOST_WORDS = 2_000;
export const MOST_FILES = 3;
const LONGEST_NAME = 50;
const LONGEST_REACH = 100;

export type HandIn = Here & {
  readonly personId: string;
  readonly noticeId: string;
  readonly how: ObjectionRow['how'];
  /** The day it was told or handed over; on the page: today. */
  readonly on: Day;
  readonly objector: Objector;
  readonly words: string;
  readonly files: readonly ObjectionFile[];
  /** Unguessable, of the form it came on: the same one twice is one objection. */
  readonly formKey: string;
};

export type HandedIn = {
  readonly objectionId: string;
  /** Shown to whoever objects, now and when the same form comes again. */
  readonly code: string;
  readonly on: Day;
};

/**
 * Refuses an objector without name or address (objectorMissing), words that are missing or too long, too many files, a day
 * outside the notice (objectionLate), a matter that is decided anew at the moment (objectionNotNow), and on the page what is
 * beyond the quotas.
 */
export async function handIn(world: World, wanted: HandIn): Promise<HandedIn | Refusal> {
  const content = contentRefusal(wanted);
  if (content !== undefined) return content;
  const code = receiptCode(world, wanted.formKey);
  const hashes = receiptHashes(world, { code, formKey: wanted.formKey });
  const by = { column: 'formHash', hash: hashes.formHash } as const;
  return world.store.write(async (tx) => {
    const before = await tx.objectionBy(wanted.organisationId, by);
    if (before !== undefined) return { objectionId: before.objectionId, code, on: before.handedInOn };
    const today = dayInShanghai(world.now());
    const refusal = (await dayRefusal(tx, wanted, today)) ?? (await quotaRefusal(tx, wanted, today));
    if (refusal !== undefined) return refusal;
    const which = { organisationId: wanted.organisationId, objectionId: world.newSalt() };
    const { year, period, personId, noticeId, how, on } = wanted;
    const row = { ...which, year, period, personId, noticeId, how, handedInOn: on, ...hashes };
    await tx.addObjection(
      { ...row, ...sealObjection(world, which, wanted) },
      wanted.files.map((file, index) => sealFile(world, which, index + 1, file)),
    );
    const kept = await tx.objectionBy(wanted.organisationId, by);
    return { objectionId: kept?.objectionId ?? which.objectionId, code, on };
  });
}

function contentRefusal({ objector, words, files }: HandIn): Refusal | undefined {
  const [name, reach] = [objector.name.trim(), objector.reach.trim()];
  if (name === '' || name.length > LONGEST_NAME || reach === '' || reach.length > LONGEST_REACH)
    return refuse('objectorMissing', 'An1.6', { name: LONGEST_NAME, reach: LONGEST_REACH });
  if (words.trim() === '' || words.length > MOST_WORDS)
    return refuse('objectionWords', 'An1.6', { length: words.length, most: MOST_WORDS });
  if (files.length > MOST_FILES) return refuse('tooManyFiles', 'An1.6', { most: MOST_FILES });
  return undefined;
}

async function dayRefusal(tx: Reading, wanted: HandIn, today: Day): Promise<Refusal | undefined> {
  const state = await loadMatters(tx, wanted, [wanted.personId]);
  if (isRefusal(state)) return state;
  const matter = matterOf(state, wanted, wanted.personId);
  if (isRefusal(matter)) return matter;
  if (actRefusal(matter, 'object', today) !== undefined) return refuse('objectionNotNow', 'An1.6', {});
  if (wanted.on <= today && isOnNotice(matter, wanted)) return undefined;
  const { from = '', until = '' } = matter.notice ?? {};
  return refuse('objectionLate', 'An1.6', { from, until });
}

const isOnNotice = ({ notice }: Matter, { noticeId, on }: Pick<HandIn, 'noticeId' | 'on'>): boolean =>
  notice !== null && notice.noticeId === noticeId && notice.from <= on && on <= notice.until;
