/** The receiver's desk on the wire. Reading an objection is a look at the member; who objected is told once the act is recorded. */
import { refuse } from '../domain/refusal.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { handIn } from '../service/objection/handIn.ts';
import { CAPACITIES, objectorIn } from '../service/objection/sealed.ts';
import { objectionDesk } from '../service/views/round/objectionDesk.ts';
import { objectionPage } from '../service/views/round/objectionPage.ts';
import { dayIn, doing } from './doing.ts';
import type { Guarded } from './guarded.ts';
import { hereOf, type Place } from './here.ts';
import { noteLook } from './looking.ts';
import { granted, thrown } from './problem.ts';
import type { Services } from './services.ts';

type One = Place & { readonly member: string; readonly objection: string };

const commandOf = (input: One) => ({
  ...hereOf(input),
  personId: input.member,
  objectionId: input.objection,
});

export function objectionRoutes(os: Guarded, services: Services) {
  const { world, looks } = services;
  return {
    objections: os.objections.handler(({ input: { organisation }, context: { actor } }) =>
      world.store.read((tx) => objectionDesk(tx, organisation, { actor, ...now(services) })),
    ),
    objection: os.objection.handler(async ({ input, context: { actor } }) => {
      const asked = { actor, ...now(services) };
      const page = granted(await world.store.read((tx) => objectionPage(tx, world, commandOf(input), asked)));
      noteLook(looks, actor, { ...input, what: 'objection' });
      return page;
    }),
    recordObjection: os.recordObjection.handler(async ({ input, context }) => {
      const { member: personId, notice: noticeId, how, name, reach, capacity, words } = input;
      const handed = granted(
        await handIn(world, {
          ...hereOf(input),
          personId,
          noticeId,
          how,
          on: dayIn(input.on),
          objector: { name, reach, capacity },
          words,
          files: [],
          formKey: `${input.organisation} ${context.caller.headers.get('idempotency-key') ?? ''}`,
        }),
      );
      return { objection: handed.objectionId, code: handed.code };
    }),
    receiveObjection: os.receiveObjection.handler(({ input, context }) =>
      doing<{ answerUntil: string }>(services, context, { type: 'receiveObjection', ...commandOf(input) }),
    ),
    declineObjection: os.declineObjection.handler(async ({ input, context }) => {
      const { reason } = input;
      await doing(services, context, { type: 'declineObjection', ...commandOf(input), reason });
      return {};
    }),
    revealObjector: os.revealObjector.handler(async ({ input, context }) => {
      const { organisation, objection, reason } = input;
      await doing(services, context, { type: 'revealObjector', ...commandOf(input), reason });
      const row = await world.store.read((tx) => tx.objection(organisation, objection));
      if (row === undefined) throw thrown(refuse('objectionUnknown', 'An1.6', {}));
      const { name, reach, capacity } = objectorIn(world, row);
      return { name, reach, capacity: { id: capacity, name: CAPACITIES[capacity] } };
    }),
  };
}

const now = ({ world }: Services) => ({ today: dayInShanghai(world.now()), holidays: world.holidays });
