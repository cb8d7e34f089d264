/** What is written beside the books: marks of what was read, digests taken to be sent, papers whose time is over. */
import type { DigestRow, Writing } from '../service/ports.ts';
import type { Tx } from './tables.ts';

type Beside = Pick<
  Writing,
  'putMessageMark' | 'claimDigest' | 'endDigest' | 'removePapers' | 'removeDigests'
>;

export const besideOf = (tx: Tx): Beside => ({
  /** Never backwards: two windows may say it in any order. */
  putMessageMark: async (row) => {
    await tx
      .insertInto('messageMark')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['organisationId', 'book', 'userId'])
          .doUpdateSet({ seq: row.seq })
          .where('messageMark.seq', '<', row.seq),
      )
      .execute();
  },
  claimDigest: async (organisationId, day, { at, retryBefore, most }) => {
    const taken: DigestRow = { organisationId, day, state: 'sending', at, attempts: 1 };
    const { numInsertedOrUpdatedRows: fresh = 0n } = await tx
      .insertInto('digest')
      .values(taken)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (fresh > 0n) return true;
    const { numUpdatedRows: again } = await tx
      .updateTable('digest')
      .set((row) => ({ state: 'sending' as const, at, attempts: row('attempts', '+', 1) }))
      .where('organisationId', '=', organisationId)
      .where('day', '=', day)
      .where('state', '=', 'failed')
      .where('attempts', '<', most)
      .where('at', '<=', retryBefore)
      .executeTakeFirst();
    return again > 0n;
  },
  endDigest: async (organisationId, day, state) => {
    await tx
      .updateTable('digest')
      .set({ state })
      .where('organisationId', '=', organisationId)
      .where('day', '=', day)
      .execute();
  },
  removeDigests: async (before) => {
    await tx.deleteFrom('digest').where('day', '<', before).execute();
  },
  removePapers: async ({ kinds, notKinds }, before) => {
    await tx
      .deleteFrom('workingPaper')
      .where('savedAt', '<', before)
      .$if(kinds !== undefined, (some) => some.where('kind', 'in', kinds ?? []))
      .$if(notKinds !== undefined, (some) => some.where('kind', 'not in', notKinds ?? []))
      .execute();
  },
});
