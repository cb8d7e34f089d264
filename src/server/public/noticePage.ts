/** 公示 as it is read outside sign-in: number, name, points and note, and what to do about a wrong one. */
import { html } from 'hono/html';
import type { Holidays } from '../../domain/calendar/holidays.ts';
import type { Day } from '../../domain/period.ts';
import { outside, type PublicNotice } from '../../service/views/round/publicNotice.ts';
import { objectOf, receiptOf } from './addresses.ts';
import { basisOf, daysOf, headingOf, headOf, leftOn, leftWords, objectingOf } from './noticeWords.ts';

/** `today` is one of its days. */
export async function noticeBody(whole: PublicNotice, today: Day, holidays: Holidays): Promise<string> {
  const notice = outside(whole);
  return String(
    await html`<main>
${exampleMark(notice)}
<p class="quiet">${notice.organisation.name}</p>
<h1>${headingOf(notice)}</h1>
<p>${basisOf(notice)}</p>
<dl>
<dt>公示时间</dt><dd>${daysOf(notice)}，<span class="left">${leftWords(leftOn(notice, today, holidays))}</span></dd>
<dt>公示范围</dt><dd>${notice.scope}</dd>
</dl>
<p>对哪一行有异议，点那一行的姓名。</p>
${linesTable(notice, objectOf(notice))}
<h2>有异议怎么办</h2>
<p>${objectingOf(notice)}</p>
<dl><dt>受理人</dt><dd>${notice.receiver}</dd></dl>
<p><a href="${objectOf(notice)}">在网上提出异议</a>　<a href="${receiptOf(notice)}">凭回执号查看办理情况</a></p>
<footer class="quiet">${headOf(notice)}。公示期满，本页即行撤下。</footer>
</main>`,
  );
}

export const exampleMark = ({ example }: PublicNotice) =>
  example ? html`<p class="mark">示例：以下不是真实的公示。</p>` : '';

/**
 * The lines from the one at `from` up to the one at `to`, under their numbers in the whole list; `object`: where each name leads
 * to object to its line, null on paper.
 */
export const linesTable = (
  { lines, masked }: PublicNotice,
  object: string | null,
  { from, to }: { readonly from: number; readonly to: number } = { from: 0, to: lines.length },
) => html`<table>
<caption>${from === 0 ? `共 ${lines.length} 人${masked ? '，姓名已遮盖' : ''}` : `第 ${from + 1} 人起`}</caption>
<thead><tr><th scope="col">序号</th><th scope="col">姓名</th><th scope="col" class="points">积分</th><th scope="col">备注</th></tr></thead>
<tbody>${lines
  .slice(from, to)
  .map(
    ({ name, points, note }, at) =>
      html`<tr><td>${from + at + 1}</td><td>${object === null ? name : door(object, from + at + 1, name)}</td><td class="points">${points}</td><td>${note}</td></tr>\n`,
  )}</tbody>
</table>`;

const door = (object: string, line: number, name: string) =>
  html`<a href="${object}?line=${line}">${name}</a>`;
