/** 公示 as whoever has its link reads it: number, name, points and note, and what to do about a wrong one. */
import { html } from 'hono/html';
import { addDays } from '../../domain/calendar/dayCount.ts';
import type { Holidays } from '../../domain/calendar/holidays.ts';
import { countWorkdays } from '../../domain/calendar/workdays.ts';
import { maskedName } from '../../domain/member/masked.ts';
import type { Day } from '../../domain/period.ts';
import { longDay } from '../../service/views/naming.ts';
import type { PublicNotice } from '../../service/views/round/publicNotice.ts';
import { shortHash } from '../../service/views/yearHead.ts';

export const titleOf = ({ organisation, year, period }: PublicNotice): string =>
  `${organisation.name} ${year} 年${period}党员积分公示`;

/** `today` is one of its days. Names are masked here and nowhere earlier: what hangs inside the unit shows them whole. */
export async function noticeBody(notice: PublicNotice, today: Day, holidays: Holidays): Promise<string> {
  const { organisation, example, year, period, from, until, basis, scope, lines, head } = notice;
  return String(
    await html`<main>
${example ? html`<p class="mark">示例：以下不是真实的公示。</p>` : ''}
<p class="quiet">${organisation.name}</p>
<h1>${year} 年${period}党员积分公示</h1>
<p>按《${basis.title}》${basis.place}，以下党员本季的积分已经支部评议，现予公示，接受职工、群众和服务对象的监督。</p>
<dl>
<dt>公示时间</dt><dd>${longDay(from)}至${longDay(until)}，<span class="left">${daysLeft(today, until, holidays)}</span></dd>
<dt>公示范围</dt><dd>${scope}</dd>
</dl>
<table>
<caption>共 ${lines.length} 人，姓名已遮盖</caption>
<thead><tr><th scope="col">序号</th><th scope="col">姓名</th><th scope="col" class="points">积分</th><th scope="col">备注</th></tr></thead>
<tbody>${lines.map(
      ({ name, points, note }, at) =>
        html`<tr><td>${at + 1}</td><td>${maskedName(name)}</td><td class="points">${points}</td><td>${note}</td></tr>\n`,
    )}</tbody>
</table>
${objecting(notice)}
<footer class="quiet">公示发布时账册第 ${head.seq} 笔，校验码 ${shortHash(head.hash)}。公示期满，本页即行撤下。</footer>
</main>`,
  );
}

const objecting = ({ receiver, answerDays }: PublicNotice) => html`<h2>有异议怎么办</h2>
<p>党员、职工、群众和服务对象都可以在公示期内向受理人提出，书面、口头都行。由与此无关的人重新审定，${answerDays} 个工作日内书面答复。提出异议的人，不会告诉被公示的人和记分员。</p>
<dl><dt>受理人</dt><dd>${receiver}</dd></dl>`;

/** Working days after today, the last one included. */
function daysLeft(today: Day, until: Day, holidays: Holidays): string {
  const left = countWorkdays(holidays, addDays(today, 1), until);
  return left === 0 ? '今天是最后一天' : `还有 ${left} 个工作日`;
}
