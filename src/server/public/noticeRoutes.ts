/** The addresses outside sign-in. Whoever comes by one is the public notice's own principal: no session is looked for, no cookie set. */
import type { Context } from 'hono';
import type { NoticeReader } from '../../domain/access/actor.ts';
import { can } from '../../domain/access.ts';
import type { App } from '../headers.ts';
import type { Services } from '../services.ts';
import { titleOf } from './noticePage.ts';
import { openNoticeShelf, type Shown } from './noticeShelf.ts';
import { publicPage } from './publicPage.ts';

export const NOTICE_PATH = '/notice/:organisation/:link';

/** Who has that notice's link before them. */
const readerOf = ({ notice: { organisation, noticeId } }: Shown): NoticeReader => ({
  kind: 'publicNotice',
  organisationId: organisation.id,
  noticeIds: [noticeId],
});

export function addNotices(app: App, { world }: Services): void {
  const shelf = openNoticeShelf(world);
  app.get(NOTICE_PATH, async (context) => {
    const { organisation, link } = context.req.param();
    const shown = await shelf(organisation, link);
    if (shown === undefined) return noNotice(context);
    const { noticeId: notice } = shown.notice;
    if (can(readerOf(shown), 'readPublicNotice', { organisation, notice }) !== true) return noNotice(context);
    return publicPage(context, 200, { title: titleOf(shown.notice), body: shown.body });
  });
}

/** One answer for a wrong link, one that has ended and another organisation's. */
const noNotice = (context: Context) =>
  publicPage(context, 404, {
    title: '没有这份公示',
    body: '<main><h1>没有这份公示</h1><p>网址可能抄错了，或者公示已经期满撤下。请对照公示栏上的网址或二维码再试，也可以问发布公示的党支部。</p></main>',
  });
