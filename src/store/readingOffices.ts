/** The views of offices, accounts and places, as queries. */
import { byKeys } from './byKeys.ts';
import type { Tx } from './tables.ts';

export const officesOf = (tx: Tx) => ({ ...viewsOf(tx), ...linksOf(tx) });

const viewsOf = (tx: Tx) => ({
  organisationsWithPeople: async () => {
    const rows = await tx
      .selectFrom('office')
      .select('organisationId')
      .union(tx.selectFrom('personAccount').select('organisationId'))
      .union(tx.selectFrom('organisationPlace').select('organisationId'))
      .union(tx.selectFrom('person').select('organisationId'))
      .union(tx.selectFrom('member').select('organisationId'))
      .execute();
    return rows.map(({ organisationId }) => organisationId);
  },
  placings: () => tx.selectFrom('organisationPlace').selectAll().orderBy('organisationId').execute(),
  placingsAbove: (organisations: readonly string[]) =>
    byKeys(organisations, (some) => placingsAbove(tx, some)),
  async organisationsBelow(organisationId: string) {
    const below = await organisationsBelow(tx, organisationId);
    return below.map((row) => row.organisationId).filter((id) => id !== organisationId);
  },
  personAccounts: (organisationId: string) =>
    tx
      .selectFrom('personAccount')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .orderBy('personId')
      .execute(),
  offices: (organisationId: string) =>
    tx.selectFrom('office').selectAll().where('organisationId', '=', organisationId).orderBy('seq').execute(),
  personAccount: (organisationId: string, personId: string) =>
    tx
      .selectFrom('personAccount')
      .selectAll()
      .where('organisationId', '=', organisationId)
      .where('personId', '=', personId)
      .executeTakeFirst(),
  accountsNamed: (organisationId: string, ids: readonly string[]) =>
    byKeys(ids, (some) =>
      tx
        .selectFrom('personAccount')
        .selectAll()
        .where('organisationId', '=', organisationId)
        .where('personId', 'in', some)
        .execute(),
    ),
  holdersIn: (organisations: readonly string[]) =>
    byKeys(organisations, (some) =>
      tx
        .selectFrom('office')
        .leftJoin('personAccount as link', (join) =>
          join
            .onRef('link.organisationId', '=', 'office.organisationId')
            .onRef('link.personId', '=', 'office.personId'),
        )
        .where('office.organisationId', 'in', some)
        .selectAll('office')
        .select('link.userId')
        .orderBy('office.organisationId')
        .orderBy('office.seq')
        .execute(),
    ),
});

// a union without `all` ends where somebody's SQL has made a circle
const placingsAbove = (tx: Tx, organisations: readonly string[]) =>
  tx
    .withRecursive('above', (query) =>
      query
        .selectFrom('organisationPlace')
        .select(['organisationId', 'parentId'])
        .where('organisationId', 'in', organisations)
        .union(
          query
            .selectFrom('organisationPlace as place')
            .innerJoin('above', 'above.parentId', 'place.organisationId')
            .select(['place.organisationId', 'place.parentId']),
        ),
    )
    .selectFrom('above')
    .selectAll()
    .execute();

const organisationsBelow = (tx: Tx, organisationId: string) =>
  tx
    .withRecursive('below', (query) =>
      query
        .selectFrom('organisationPlace')
        .select('organisationId')
        .where('parentId', '=', organisationId)
        .union(
          query
            .selectFrom('organisationPlace as place')
            .innerJoin('below', 'below.organisationId', 'place.parentId')
            .select('place.organisationId'),
        ),
    )
    .selectFrom('below')
    .selectAll()
    .execute();

/** One query from an account to everything it is and holds. */
const linksOf = (tx: Tx) => ({
  linkedTo: (userId: string) =>
    tx
      .selectFrom('personAccount as link')
      .leftJoin('office', (join) =>
        join
          .onRef('office.organisationId', '=', 'link.organisationId')
          .onRef('office.personId', '=', 'link.personId'),
      )
      .leftJoin('member', (join) =>
        join
          .onRef('member.organisationId', '=', 'link.organisationId')
          .onRef('member.personId', '=', 'link.personId'),
      )
      .where('link.userId', '=', userId)
      .select([
        'link.organisationId',
        'link.personId',
        'office.officeId',
        'office.office',
        'office.scope',
        'office.since',
        'office.lastDay',
        'office.endedOn',
        'office.deputyOf',
        'member.joinedOn',
        'member.leftOn',
      ])
      .orderBy('link.organisationId')
      .orderBy('office.seq')
      .execute(),
});
