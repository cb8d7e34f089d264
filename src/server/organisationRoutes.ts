/** The frame of an organisation's pages. */
import { abilitiesOf } from '../domain/access.ts';
import { LEVELS } from '../domain/office/office.ts';
import { refuse } from '../domain/refusal.ts';
import { accessObject } from '../service/accessObject.ts';
import { bookedYears } from '../service/bookedYear.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { overview } from '../service/views/overview.ts';
import type { Guarded } from './guarded.ts';
import { granted, thrown } from './problem.ts';
import type { Services } from './services.ts';

export function organisationRoutes(os: Guarded, { world }: Services) {
  return {
    overview: os.overview.handler(async ({ input: { organisation } }) =>
      world.store.read(async (tx) => {
        const { year, sum, branches } = granted(await overview(tx, organisation, dayInShanghai(world.now())));
        return { year, sum, branches: branches.map((row) => ({ ...row, vacant: [...row.vacant] })) };
      }),
    ),
    organisation: os.organisation.handler(async ({ input: { organisation: id }, context: { actor } }) =>
      world.store.read(async (tx) => {
        const row = await tx.organisation(id);
        if (row === undefined) throw thrown(refuse('organisationUnknown', null, { organisationId: id }));
        const object = await accessObject(tx, id, dayInShanghai(world.now()));
        const [nearest] = object.above ?? [];
        const parent = nearest === undefined ? undefined : await tx.organisation(nearest);
        const self =
          actor.kind === 'person'
            ? actor.selves.find(({ organisationId }) => organisationId === id)
            : undefined;
        return {
          organisation: { id, name: row.name },
          level: { id: row.level, name: LEVELS[row.level] },
          example: row.example === 1,
          above: parent === undefined ? null : { id: parent.organisationId, name: parent.name },
          years: (await bookedYears(tx, id)).toSorted((a, b) => b - a),
          abilities: abilitiesOf(actor, object),
          self: self?.personId ?? null,
        };
      }),
    ),
  };
}
