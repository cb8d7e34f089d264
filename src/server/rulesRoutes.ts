/** 积分细则: versions, draft, difference, adoption, and opening a year under what was adopted. */
import { isRefusal } from '../domain/refusal.ts';
import { type Command, perform } from '../service/perform.ts';
import { draftPaper, draftRefusal } from '../service/rulesDraft.ts';
import { draftPage, rulesPage } from '../service/views/rulesPage.ts';
import { discardPaper, savePaper } from '../service/workingPaper.ts';
import type { Asking } from './asking.ts';
import { differenceOf } from './differenceAnswer.ts';
import type { Guarded } from './guarded.ts';
import { granted, thrown } from './problem.ts';
import { readingAs } from './readingAs.ts';
import type { Services } from './services.ts';

export function rulesRoutes(os: Guarded, services: Services) {
  const { world, version: measure } = services;
  return {
    rules: os.rules.handler(({ input, context }) =>
      world.store.read(async (tx) => {
        const { heading, reader } = await readingAs(tx, services, context, input.organisation);
        return rulesPage(tx, heading, reader);
      }),
    ),
    rulesDraft: os.rulesDraft.handler(({ input, context }) =>
      world.store.read(async (tx) => {
        const { heading, reader } = await readingAs(tx, services, context, input.organisation);
        return granted(await draftPage(tx, heading, reader));
      }),
    ),
    saveRulesDraft: os.saveRulesDraft.handler(async ({ input, context }) => {
      const { organisation, version: expected, base, changes } = input;
      const content = { base, changes };
      const strange = draftRefusal(content);
      if (strange !== undefined) throw thrown(strange);
      const by = context.seen?.userId ?? context.actor.kind;
      return {
        version: granted(await savePaper(world, draftPaper(organisation), { content, by, expected })),
      };
    }),
    discardRulesDraft: os.discardRulesDraft.handler(async ({ input }) => {
      await discardPaper(world, draftPaper(input.organisation));
      return {};
    }),
    adoptRules: os.adoptRules.handler(
      async ({ input: { organisation: organisationId, ...adopting }, context }) => {
        const command = { type: 'adoptRules', organisationId, measure: measure.policy, ...adopting } as const;
        const { rulesId, version, year } = await doing<{ rulesId: string; version: string; year: number }>(
          services,
          context,
          command,
        );
        return { id: rulesId, version, year };
      },
    ),
    openAdoptedYear: os.openAdoptedYear.handler(
      async ({ input: { organisation: organisationId, year }, context }) =>
        doing<{ year: number }>(services, context, { type: 'openAdoptedYear', organisationId, year }),
    ),
    rulesDifference: os.rulesDifference.handler(({ input: { organisation, older, newer }, context }) =>
      world.store.read((tx) => differenceOf(tx, services, context, { organisation, older, newer })),
    ),
  };
}

async function doing<Outcome>(services: Services, asking: Asking, command: Command): Promise<Outcome> {
  const key = asking.caller.headers.get('idempotency-key') ?? '';
  const answer = await perform(services.world, asking.actor, command, { key });
  if (isRefusal(answer)) throw thrown(answer);
  return JSON.parse(answer.text) as Outcome;
}
