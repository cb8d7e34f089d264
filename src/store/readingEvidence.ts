/** Evidence of members' matters, as queries. */
import { sql } from 'kysely';
import type { EvidenceReading } from '../service/ports/evidence.ts';
import { byKeys } from './byKeys.ts';
import type { Tx } from './tables.ts';

export const evidenceOf = (tx: Tx): EvidenceReading => ({
  evidenceOf: async (organisationId, book, period, people) => {
    const ofRound = tx
      .selectFrom('evidence')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .where('book', '=', book)
      .where('period', '=', period);
    const rows =
      people === undefined
        ? await ofRound.execute()
        : await byKeys(people, (some) => ofRound.where('personId', 'in', some).execute());
    return rows.sort((a, b) => (a.addedAt < b.addedAt ? -1 : Number(a.addedAt > b.addedAt)));
  },
  evidenceAbout: (organisationId, personId) =>
    tx
      .selectFrom('evidence')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .where('personId', '=', personId)
      .orderBy('addedAt')
      .execute(),
  evidenceBytes: async (organisationId, book, personId) => {
    const summed = tx
      .selectFrom('evidence')
      .where('organisationId', '=', organisationId)
      .select(sql<number | string | null>`sum(size)`.as('bytes'));
    const all = await summed.executeTakeFirst();
    const own = await summed.where('book', '=', book).where('personId', '=', personId).executeTakeFirst();
    return { member: Number(own?.bytes ?? 0), organisation: Number(all?.bytes ?? 0) };
  },
  evidenceHeld: async (ids) => {
    const rows = await byKeys(ids, (some) =>
      tx.selectFrom('evidence').select('evidenceId').where('evidenceId', 'in', some).distinct().execute(),
    );
    return new Set(rows.map(({ evidenceId }) => evidenceId));
  },
});
