/** The sheet of what one scorekeeper hands over to the next. */
import type { HandoverSheet } from '../contract/handover.ts';
import { can } from '../domain/access.ts';
import { concerns } from '../domain/access/grant.ts';
import { yearOf } from '../domain/period.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { handoverSheet } from '../service/views/handoverSheet.ts';
import type { Asking } from './asking.ts';
import { doing } from './doing.ts';
import type { Guarded } from './guarded.ts';
import { granted } from './problem.ts';
import type { Services } from './services.ts';

export function handoverRoutes(os: Guarded, services: Services) {
  return {
    handover: os.handover.handler(async ({ input: { organisation }, context }) =>
      handoverAnswer(services, context, organisation),
    ),
    confirmHandover: os.confirmHandover.handler(async ({ input, context }) => {
      const { organisation: organisationId, officeId, onPaper, remark } = input;
      const command = { type: 'confirmHandover', organisationId, officeId, onPaper, remark } as const;
      const { done } = await doing<{ done: boolean }>(services, context, command);
      return { done };
    }),
  };
}

/** The papers the entries rest on can name people: they are for whoever reads the books. */
async function handoverAnswer(
  { world }: Services,
  { actor }: Asking,
  organisation: string,
): Promise<HandoverSheet> {
  const today = dayInShanghai(world.now());
  return world.store.read(async (tx) => {
    const sheet = granted(await handoverSheet(tx, organisation, today));
    const { organisation: _name, example: _example, matters, evidence, books, ...rest } = sheet;
    const parties = [...sheet.confirmed, ...sheet.waiting].map(({ id }) => id);
    const matter = await accessObject(tx, organisation, today, { about: parties });
    const reads = can(actor, 'readBooks', matter) === true;
    const isParty = actor.kind === 'person' && concerns(actor, matter);
    const open = sheet.done === null;
    const waits = sheet.waiting.some(
      ({ id }) =>
        actor.kind === 'person' &&
        actor.selves.some((self) => self.organisationId === organisation && self.personId === id),
    );
    return {
      ...rest,
      matters: [...matters],
      evidence: reads ? [...evidence] : [],
      books: [...books],
      confirmed: [...sheet.confirmed],
      waiting: [...sheet.waiting],
      mayConfirm: open && waits,
      mayRecordPaper: open && !isParty && can(actor, 'confirmHandover', matter) === true,
      paperYear: reads ? yearOf(today) : null,
    };
  });
}
