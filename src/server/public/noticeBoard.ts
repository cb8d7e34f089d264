/** What hangs in an organisation today, for the office network. An organisation without any is answered like one that is not there. */
import { html } from 'hono/html';
import type { Holidays } from '../../domain/calendar/holidays.ts';
import type { Day } from '../../domain/period.ts';
import type { PublicNotice } from '../../service/views/round/publicNotice.ts';
import { pathOf } from './addresses.ts';
import { daysOf, leftOn, leftWords, titleOf } from './noticeWords.ts';

export async function officeBody(
  hanging: readonly PublicNotice[],
  today: Day,
  holidays: Holidays,
): Promise<string> {
  const lines = hanging.map(
    (notice) => html`<li><a href="${pathOf(notice)}">${titleOf(notice)}</a>
<p>${notice.lines.length} 人，${daysOf(notice)}，${leftWords(leftOn(notice, today, holidays))}</p></li>`,
  );
  return String(
    await html`<main><h1>正在公示</h1>
${hanging.length === 0 ? html`<p>现在没有公示。</p>` : html`<ul>${lines}</ul>`}
</main>`,
  );
}
