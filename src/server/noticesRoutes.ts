/** Public notices for whoever is signed in: names as their reader may see them. */
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { namesShownTo } from '../service/maskNames.ts';
import { draftedNotices } from '../service/views/round/draftedNotices.ts';
import { noticesHanging } from '../service/views/round/publicNotice.ts';
import type { Guarded } from './guarded.ts';
import { hereOf } from './here.ts';
import { boardOf, pathOf, posterOf } from './public/addresses.ts';
import { basisOf, headingOf, headOf, leftOn, objectingOf } from './public/noticeWords.ts';
import type { Services } from './services.ts';

export function noticesRoutes(os: Guarded, { world, office }: Services) {
  const { store, now, holidays } = world;
  return {
    notices: os.notices.handler(async ({ input: { organisation: id }, context: { actor } }) => {
      const today = dayInShanghai(now());
      return store.read(async (tx) => {
        const shown = await namesShownTo(tx, actor, await accessObject(tx, id, today));
        const notices = await noticesHanging(tx, id, today);
        return {
          organisation: { id, name: (await tx.organisation(id))?.name ?? '' },
          board: office === null ? null : boardOf(id),
          notices: notices.map((notice) => ({
            noticeId: notice.noticeId,
            heading: headingOf(notice),
            basis: basisOf(notice),
            from: notice.from,
            until: notice.until,
            left: leftOn(notice, today, holidays),
            scope: notice.scope,
            receiver: notice.receiver,
            objecting: objectingOf(notice),
            lines: notice.lines.map((line) => ({ ...line, name: shown(line.name) })),
            head: headOf(notice),
            link: pathOf(notice),
            poster: posterOf(notice),
          })),
        };
      });
    }),
    draftedNotices: os.draftedNotices.handler(async ({ input, context: { actor } }) =>
      store.read(async (tx) => {
        const object = await accessObject(tx, input.organisation, dayInShanghai(now()));
        const shown = await namesShownTo(tx, actor, object);
        const notices = await draftedNotices(tx, hereOf(input));
        return {
          notices: notices.map(({ noticeId, scope, receiver, lines }) => ({
            noticeId,
            scope,
            receiver,
            lines: lines.map(({ name, points, note }) => ({ name: shown(name), points, note })),
          })),
        };
      }),
    ),
  };
}
