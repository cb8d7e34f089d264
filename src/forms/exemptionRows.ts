/** What the approval form of an exemption says line by line; empty lines leave room to write. */
import { EXEMPTION_CATEGORIES } from '../domain/exemption/category.ts';
import type { WordedExemption } from '../service/views/exemption.ts';
import { longDay } from '../service/views/naming.ts';
import { type Content, known, text } from './paper.ts';

const BY_HAND = text('\n\n\n\n\n\n');
const orByHand = (words: string | null): Content => (words === null || words === '' ? BY_HAND : text(words));

type Line = readonly [label: string, content: Content];

/** `worded` null: the blank form. */
export function rowsOf(worded: WordedExemption | null): Line[] {
  const application = worded?.application ?? null;
  const isAway = application?.category === 'away';
  const away = [application?.whereabouts, isAway ? application.contact : null].filter(Boolean).join('；');
  const term = worded === null ? null : wishWords(worded);
  return [
    ['类别', text(categories(application?.category ?? null))],
    ['申请理由', orByHand(application?.reason ?? null)],
    ['期限', text(term ?? '自 ____ 年 __ 月 __ 日 至 ____ 年 __ 月 __ 日')],
    ['流动去向、联系人', away === '' ? text('\n') : text(away)],
    ['附件', known(application?.attachments ?? null)],
    ['代书人', known(application?.helper ?? null)],
    ['支部意见', orByHand(worded === null ? null : opinionWords(worded))],
    ['上级党组织\n审批意见', orByHand(worded === null ? null : decisionWords(worded))],
  ];
}

const categories = (chosen: string | null): string =>
  Object.entries(EXEMPTION_CATEGORIES)
    .map(([id, name]) => `${id === chosen ? '■' : '□'}${name}`)
    .join('　');

function wishWords({ matter: { application } }: WordedExemption): string {
  const { from, until } = application;
  return `自 ${from === null ? '批准之日' : longDay(from)} 至 ${until === null ? '当年年底' : longDay(until)}`;
}

function opinionWords({ matter: { opinion }, opinion: words }: WordedExemption): string | null {
  if (opinion === null) return null;
  return `${opinion.agrees ? '同意' : '不同意'}。${words ?? ''}（会议日期：${longDay(opinion.meetingOn)}）`;
}

function decisionWords({ matter: { decision }, decision: words }: WordedExemption): string | null {
  if (decision === null) return null;
  const { approved, from, until } = decision;
  const term = from === null ? '' : `，自${longDay(from)}至${until === null ? '当年年底' : longDay(until)}`;
  return `${approved ? '批准' : '不予批准'}${term}。${words ?? ''}`;
}
