/** Objections as queries. What is sealed in them stays sealed here. */
import { sql } from 'kysely';
import type { ObjectionFileRow, ObjectionRow, ReadingObjections } from '../service/ports/objections.ts';
import type { Tx } from './tables.ts';

export const objectionsOf = (tx: Tx): ReadingObjections => ({
  objections: (organisationId, of) =>
    tx
      .selectFrom('objection')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .$if(of !== undefined, (some) =>
        some.where('year', '=', of?.year ?? 0).where('period', '=', of?.period ?? 0),
      )
      .orderBy('handedInOn')
      .orderBy('objectionId')
      .execute(),
  objection: (organisationId, objectionId) =>
    tx
      .selectFrom('objection')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .where('objectionId', '=', objectionId)
      .executeTakeFirst(),
  objectionBy: (organisationId, { column, hash }) =>
    tx
      .selectFrom('objection')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .where(column, '=', hash)
      .executeTakeFirst(),
  objectionFiles: (organisationId, objectionId) =>
    tx
      .selectFrom('objectionFile')
      .select(['organisationId', 'objectionId', 'number', 'size', 'label'])
      .where('organisationId', '=', organisationId)
      .where('objectionId', '=', objectionId)
      .orderBy('number')
      .execute(),
  objectionFile: (organisationId, objectionId, number) =>
    tx
      .selectFrom('objectionFile')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .where('objectionId', '=', objectionId)
      .where('number', '=', number)
      .executeTakeFirst(),
  objectionsSince: async (since, of) => {
    const { count, bytes } = await tx
      .selectFrom('objection')
      .where('handedInOn', '>=', since)
      .where('how', '=', 'page')
      .$if(of !== undefined, (some) =>
        some
          .where('organisationId', '=', of?.organisationId ?? '')
          .where('noticeId', '=', of?.noticeId ?? ''),
      )
      .select([
        sql<number | string>`count(*)`.as('count'),
        sql<number | string>`coalesce(sum((
          select sum(size) from objection_file
          where objection_file.organisation_id = objection.organisation_id
            and objection_file.objection_id = objection.objection_id)), 0)`.as('bytes'),
      ])
      .executeTakeFirstOrThrow();
    return { count: Number(count), bytes: Number(bytes) };
  },
});

export async function addObjection(
  tx: Tx,
  row: ObjectionRow,
  files: readonly ObjectionFileRow[],
): Promise<void> {
  const added = await tx
    .insertInto('objection')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organisationId', 'formHash']).doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return;
  for (const file of files) await tx.insertInto('objectionFile').values(file).execute();
}
