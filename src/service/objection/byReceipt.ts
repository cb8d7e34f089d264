/** What whoever holds a receipt may read: where their objection stands, and what was answered. Not whose points it is about. */
import type { Day } from '../../domain/period.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { World } from '../ports.ts';
import { policyOf } from '../viewRows.ts';
import { labelOf } from '../views/round/roundDesk.ts';
import { accessObject } from '../accessObject.ts';
import { dayInShanghai } from '../dayInShanghai.ts';
import { decidingBody } from '../exemptionMatters.ts';
import { yearBook } from '../../domain/fact.ts';
import { hashOfCode } from './receipt.ts';
import { type Settled, settledIn, settledWords, UNSETTLED } from './settled.ts';

export type Receipt = Settled & {
  readonly organisation: string;
  readonly round: string;
  readonly handedInOn: Day;
  readonly words: string;
  /** The organisation above that whoever is not content turns to; null: none decides in this system. */
  readonly above: string | null;
};

/** Refuses a code nobody was given (receiptUnknown). */
export async function byReceipt(
  world: Pick<World, 'store' | 'sealing' | 'now'>,
  organisationId: string,
  code: string,
): Promise<Receipt | Refusal> {
  return world.store.read(async (tx) => {
    const by = { column: 'receiptHash', hash: hashOfCode(world, code) } as const;
    const row = await tx.objectionBy(organisationId, by);
    const organisation = await tx.organisation(organisationId);
    if (row === undefined || organisation === undefined) return refuse('receiptUnknown', 'An1.6', {});
    const { year, period, handedInOn } = row;
    const settled = (await settledIn(tx, organisationId, year)).get(row.objectionId) ?? UNSETTLED;
    const policy = await tx.policy(organisationId, yearBook(year));
    const label = policy === undefined ? '' : labelOf(policyOf(policy.content), period);
    const body = decidingBody(await accessObject(tx, organisationId, dayInShanghai(world.now())));
    const above = body === null ? undefined : await tx.organisation(body.bodyId);
    return {
      ...settled,
      above: above?.name ?? null,
      organisation: organisation.name,
      round: `${year} 年${label}`,
      handedInOn,
      words: await settledWords(tx, organisationId, year, settled),
    };
  });
}
