/** The poster of a notice that hangs, for whoever is signed in and belongs to the unit. It is gone when the notice is. */
import { can } from '../../domain/access.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { accessObject } from '../../service/accessObject.ts';
import { dayInShanghai } from '../../service/dayInShanghai.ts';
import { areNamesMasked } from '../../service/maskNames.ts';
import { maskedNotice, noticesHanging } from '../../service/views/round/publicNotice.ts';
import type { WhoAsks } from '../asking.ts';
import type { App } from '../headers.ts';
import { problemResponse, refusalProblem } from '../problem.ts';
import type { Services } from '../services.ts';
import { POSTER_PATH } from './addresses.ts';
import { titleOf } from './noticeWords.ts';
import { POSTER_STYLE, posterBody } from './poster.ts';
import { publicPage } from './publicPage.ts';

export function addPoster(app: App, { world, people }: Services, whoAsks: WhoAsks): void {
  const { store, now } = world;
  app.get(POSTER_PATH, async (context) => {
    const { organisation, notice: noticeId } = context.req.param();
    const { actor, isSetUp } = await whoAsks(context);
    if (isSetUp && actor.kind === 'nobody') return refused(refuse('notSignedIn', null));
    const today = dayInShanghai(now());
    const found = await store.read(async (tx) => {
      const allowed = can(actor, 'readPublicNotice', await accessObject(tx, organisation, today));
      if (isRefusal(allowed)) return allowed;
      const hanging = await noticesHanging(tx, organisation, today);
      const notice = hanging.find((one) => one.noticeId === noticeId);
      if (notice === undefined) return refuse('noticeUnknown', 'An1.6', {});
      return { notice, mustMask: await areNamesMasked(tx, organisation) };
    });
    if (isRefusal(found)) return refused(found);
    const { notice, mustMask } = found;
    const shown = mustMask || context.req.query('names') === 'masked' ? maskedNotice(notice) : notice;
    const body = await posterBody({ ...shown, masked: shown !== notice }, people.origin(), !mustMask);
    return publicPage(context, 200, { title: titleOf(notice), body, style: POSTER_STYLE });
  });
}

const refused = (refusal: Refusal) => problemResponse(refusalProblem(refusal));
