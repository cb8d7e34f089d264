/** 申诉 on the wire: the words are for the member and for whoever answers. */
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { memberAppeals } from '../service/views/round/memberAppeals.ts';
import { waitingAppeals } from '../service/views/round/waitingAppeals.ts';
import { doing } from './doing.ts';
import type { Guarded } from './guarded.ts';
import { hereOf } from './here.ts';
import { granted } from './problem.ts';
import type { Services } from './services.ts';

export function appealRoutes(os: Guarded, services: Services) {
  const { world } = services;
  const now = () => ({ today: dayInShanghai(world.now()), holidays: world.holidays });
  return {
    appeals: os.appeals.handler(({ input, context: { actor } }) =>
      world.store.read(async (tx) =>
        granted(await memberAppeals(tx, hereOf(input), input.member, { actor, ...now() })),
      ),
    ),
    waitingAppeals: os.waitingAppeals.handler(({ input: { organisation }, context: { actor } }) =>
      world.store.read(async (tx) => ({
        appeals: granted(await waitingAppeals(tx, organisation, { actor, ...now() })),
      })),
    ),
    lodgeAppeal: os.lodgeAppeal.handler(({ input, context }) => {
      const { member: personId, objection: answerTo, words } = input;
      const command = { type: 'lodgeAppeal', ...hereOf(input), personId, answerTo, words } as const;
      return doing<{ answerUntil: string }>(services, context, command);
    }),
    answerAppeal: os.answerAppeal.handler(async ({ input, context }) => {
      const { member: personId, appeal: appealId, upheld, answer } = input;
      const asked = { personId, appealId, upheld, answer };
      await doing(services, context, { type: 'answerAppeal', ...hereOf(input), ...asked });
      return {};
    }),
  };
}
