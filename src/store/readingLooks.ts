/** Who looked at what, as queries. */
import { sql } from 'kysely';
import type { LookCount, Reading } from '../service/ports.ts';
import type { Tx } from './tables.ts';

export const looksOf = (tx: Tx): Pick<Reading, 'looks' | 'lookCounts'> => ({
  looks: (organisationId, people, { before, limit, without }) =>
    tx
      .selectFrom('look')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .where('personId', 'in', [...people])
      .where('userId', '!=', without)
      .$if(before !== undefined, (some) => some.where('at', '<', before as string))
      .orderBy('at', 'desc')
      .orderBy('userId')
      .orderBy('what')
      .limit(limit)
      .execute(),
  lookCounts: async (since) => {
    const rows = await tx
      .selectFrom('look')
      .where('at', '>=', since)
      .groupBy(['organisationId', 'userId'])
      .select([
        'organisationId',
        'userId',
        sql<number | string>`count(distinct person_id)`.as('people'),
        sql<number | string>`count(*)`.as('looks'),
      ])
      .orderBy('organisationId')
      .orderBy('userId')
      .execute();
    return rows.map((row): LookCount => ({ ...row, people: Number(row.people), looks: Number(row.looks) }));
  },
});
