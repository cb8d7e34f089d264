/**
 * The addresses outside sign-in (G29). Whoever comes by one is the public notice's own principal: no session is looked for, no
 * cookie set.
 */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { NoticeReader } from '../../domain/access/actor.ts';
import { can } from '../../domain/access.ts';
import { dayInShanghai } from '../../service/dayInShanghai.ts';
import { noticesHanging } from '../../service/views/round/publicNotice.ts';
import type { App } from '../headers.ts';
import type { Services } from '../services.ts';
import { BOARD_PATH, NOTICE_PATH } from './addresses.ts';
import { officeBody } from './noticeBoard.ts';
import { openNoticeShelf } from './noticeShelf.ts';
import { titleOf } from './noticeWords.ts';
import { publicPage } from './publicPage.ts';

/** Who has those notices before them. */
const readerOf = (organisationId: string, noticeIds: readonly string[]): NoticeReader => ({
  kind: 'publicNotice',
  organisationId,
  noticeIds,
});

export function addNotices(app: App, services: Services): void {
  const shelf = openNoticeShelf(services.world);
  app.get(NOTICE_PATH, async (context) => {
    const { organisation, link } = context.req.param();
    const shown = await shelf(organisation, link);
    if (shown === undefined) return noNotice(context);
    const { noticeId: notice } = shown.notice;
    const reader = readerOf(organisation, [notice]);
    if (can(reader, 'readPublicNotice', { organisation, notice }) !== true) return noNotice(context);
    return publicPage(context, 200, { title: titleOf(shown.notice), body: shown.body });
  });
  app.get(BOARD_PATH, (context) => board(context, services));
}

/** In the office network: those of the organisation that hang, each by its own address. */
async function board(context: Context, { world, office }: Services): Promise<Response> {
  const { store, now, holidays } = world;
  const peer = getConnInfo(context).remote.address ?? '';
  if (office === null || !office({ headers: context.req.raw.headers, peer })) return noNotice(context);
  const organisation = context.req.param('organisation') ?? '';
  const today = dayInShanghai(now());
  const hanging = await store.read((tx) => noticesHanging(tx, organisation, today));
  const reader = readerOf(
    organisation,
    hanging.map(({ noticeId }) => noticeId),
  );
  const shown = hanging.filter(
    ({ noticeId: notice }) => can(reader, 'readPublicNotice', { organisation, notice }) === true,
  );
  return publicPage(context, 200, { title: '公示', body: await officeBody(shown, today, holidays) });
}

/** One answer for a wrong link, one that has ended and another organisation's. */
const noNotice = (context: Context) =>
  publicPage(context, 404, {
    title: '没有这份公示',
    body: '<main><h1>没有这份公示</h1><p>网址可能抄错了，或者公示已经期满撤下。请对照公示栏上的网址或二维码再试，也可以问发布公示的党支部。</p></main>',
  });
