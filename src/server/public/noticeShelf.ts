/**
 * The notices that were read, kept in memory: what hangs never changes, so it is read once and stays readable when the database
 * is away (promises D8). Whether it still hangs is asked anew every time.
 */
import type { Day } from '../../domain/period.ts';
import { dayInShanghai } from '../../service/dayInShanghai.ts';
import type { World } from '../../service/ports.ts';
import { hangingNotices } from '../../service/views/round/hangingNotices.ts';
import { type PublicNotice, publicNotice } from '../../service/views/round/publicNotice.ts';
import { noticeBody } from './noticePage.ts';

export type Shown = { readonly notice: PublicNotice; readonly body: string };

/** By organisation and link; undefined: there is none, it has ended, or it is another organisation's. */
export type NoticeShelf = (organisation: string, link: string) => Promise<Shown | undefined>;

/** As many notices as a large unit hangs at a time; the one asked for longest ago makes room. */
const MOST = 500;
const LINK = /^[0-9a-f]{64}$/;

type Kept = { readonly notice: PublicNotice; readonly day: Day; readonly body: string };

export function openNoticeShelf({ store, digests, holidays, now }: World): NoticeShelf {
  const shelf = new Map<string, Kept>();
  const drawn = async (key: string, notice: PublicNotice, day: Day): Promise<Kept> => {
    const kept = { notice, day, body: await noticeBody(notice, day, holidays) };
    const oldest = shelf.size < MOST ? undefined : shelf.keys().next().value;
    if (oldest !== undefined) shelf.delete(oldest);
    shelf.set(key, kept);
    return kept;
  };
  return async (organisation, link) => {
    if (!LINK.test(link)) return undefined;
    const today = dayInShanghai(now());
    // a hash of both: how long it takes to miss tells nothing of the links that are there
    const key = digests.sha256(`${link} ${organisation}`);
    const kept = shelf.get(key);
    shelf.delete(key);
    const notice = kept?.notice ?? (await found(organisation, link, today));
    if (notice === undefined || notice.until < today) return undefined;
    if (kept?.day !== today) return drawn(key, notice, today);
    shelf.set(key, kept);
    return kept;
  };

  function found(organisation: string, link: string, today: Day): Promise<PublicNotice | undefined> {
    const wanted = digests.sha256(link);
    return store.read(async (tx) => {
      const hanging = await hangingNotices(tx, organisation, today);
      const one = hanging.find((notice) => digests.sha256(notice.link) === wanted);
      return one === undefined ? undefined : publicNotice(tx, one);
    });
  }
}
