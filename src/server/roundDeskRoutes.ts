/** The rounds of a year, and what surrounds one of them. */
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { roundDesk } from '../service/views/round/roundDesk.ts';
import { roundsList } from '../service/views/round/roundsList.ts';
import type { Guarded } from './guarded.ts';
import { hereOf } from './here.ts';
import { granted } from './problem.ts';
import type { Services } from './services.ts';

export function roundDeskRoutes(os: Guarded, { world }: Services) {
  const { holidays } = world;
  return {
    rounds: os.rounds.handler(async ({ input: { organisation, year } }) => {
      const place = { organisationId: organisation, year };
      const heads = granted(
        await world.store.read((tx) => roundsList(tx, place, dayInShanghai(world.now()))),
      );
      return { periods: heads.map(({ states, ...head }) => ({ ...head, states: [...states] })) };
    }),
    roundDesk: os.roundDesk.handler(async ({ input, context: { actor } }) => {
      const asked = { today: dayInShanghai(world.now()), holidays, actor };
      const { may, terms, steps, waiting, receiving, ...desk } = granted(
        await world.store.read((tx) => roundDesk(tx, hereOf(input), asked)),
      );
      return {
        ...desk,
        terms: [...terms],
        steps: [...steps],
        waiting: [...waiting],
        receiving:
          receiving === null ? null : { names: [...receiving.names], without: [...receiving.without] },
        abilities: [...may.general],
        apart: [...may.apart].map(([member, { abilities, appraiser, keeper }]) => ({
          member,
          abilities: [...abilities],
          appraiser,
          keeper,
        })),
      };
    }),
  };
}
