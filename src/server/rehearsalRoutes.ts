/** 预演: asked of here, reckoned beside the server's own thread, one at a time. */
import { isRefusal, refuse } from '../domain/refusal.ts';
import { bookedYears } from '../service/bookedYear.ts';
import { DRAFT, namedVersions, versionNamed } from '../service/rulesNamed.ts';
import type { Guarded } from './guarded.ts';
import { oneAfterAnother } from './inTurn.ts';
import { granted, thrown } from './problem.ts';
import { readingAs } from './readingAs.ts';
import type { Services } from './services.ts';

export function rehearsalRoutes(os: Guarded, services: Services) {
  const { world, version: measure, rehearse } = services;
  const inTurn = oneAfterAnother();
  return {
    rehearsalChoices: os.rehearsalChoices.handler(({ input: { organisation }, context }) =>
      world.store.read(async (tx) => {
        const { heading } = await readingAs(tx, services, context, organisation);
        return {
          organisation: heading,
          versions: await namedVersions(tx, organisation, measure, { draft: true }),
          years: (await bookedYears(tx, organisation)).toReversed(),
        };
      }),
    ),
    rehearsal: os.rehearsal.handler(async ({ input, context }) => {
      const { organisation, rules = DRAFT } = input;
      const order = await world.store.read(async (tx) => {
        const { heading } = await readingAs(tx, services, context, organisation);
        const draft = granted(await versionNamed(tx, organisation, rules, measure));
        const year = input.year ?? (await bookedYears(tx, organisation)).at(-1);
        if (year === undefined) throw thrown(refuse('noYearOpen', null, { branch: heading.name }));
        return { organisation, year, draft };
      });
      const answer = await inTurn(() => rehearse(order));
      if (isRefusal(answer)) throw thrown(answer);
      return answer;
    }),
  };
}
