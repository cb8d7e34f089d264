/** What is kept about one person, as queries. Few ask it, and each for themselves: it may read an organisation's facts. */
import { sql } from 'kysely';
import type { Reading } from '../service/ports.ts';
import type { Tx } from './tables.ts';

export const ownOf = (tx: Tx): Pick<Reading, 'factsNaming' | 'actsOf' | 'workingPapersOf'> => ({
  factsNaming: async (organisationId, ids, limit) => {
    if (ids.length === 0) return [];
    return tx
      .selectFrom('fact')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .where((row) => row.or(ids.map((id) => sql<boolean>`body like ${`%"${escaped(id)}"%`} escape '!'`)))
      .orderBy('book')
      .orderBy('seq')
      .limit(limit)
      .execute();
  },
  actsOf: async (organisationId, actor) => {
    const rows = await tx
      .selectFrom('fact')
      .where('organisationId', '=', organisationId)
      .where('actor', '=', actor)
      .groupBy('type')
      .select(['type', sql<number | string>`count(*)`.as('count')])
      .orderBy('type')
      .execute();
    return rows.map(({ type, count }) => ({ type, count: Number(count) }));
  },
  workingPapersOf: (organisationId, { personId, savedBy }) =>
    tx
      .selectFrom('workingPaper')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .where((row) => row.or([row('paperId', '=', personId), row('savedBy', 'in', [...savedBy])]))
      .orderBy('kind')
      .orderBy('paperId')
      .execute(),
});

const escaped = (id: string) => id.replaceAll(/[!%_]/g, (one) => `!${one}`);
