/** 公示 on A4 for the notice board, to be printed by the browser: large title, table, days, receiver, and the link as a QR code. */
import { html } from 'hono/html';
import { qrPicture } from '../../forms/render/qr.ts';
import type { PublicNotice } from '../../service/views/round/publicNotice.ts';
import { pathOf } from './addresses.ts';
import { exampleMark, linesTable } from './noticePage.ts';
import { basisOf, daysOf, headingOf, headOf, objectingOf } from './noticeWords.ts';

/** `origin`: the address people type, without a path. A notice whose names are masked already cannot be shown whole. */
export async function posterBody(notice: PublicNotice, origin: string, mayShowAll: boolean): Promise<string> {
  const picture = Buffer.from(await qrPicture(`${origin}${pathOf(notice)}`)).toString('base64');
  return String(
    await html`<main class="${notice.lines.length > MANY ? 'many' : 'few'}">
<p class="screen">用浏览器的打印（Ctrl+P）打印在 A4 纸上，张贴在公示栏。${namesChoice(notice, mayShowAll)}</p>
${exampleMark(notice)}
<p class="unit">${notice.organisation.name}</p>
<h1>${headingOf(notice)}</h1>
<p>${basisOf(notice)}</p>
${linesTable(notice)}
<section class="after">
<div>
<p><b>公示时间</b>　${daysOf(notice)}</p>
<p><b>公示范围</b>　${notice.scope}</p>
<p><b>受理人</b>　${notice.receiver}</p>
<p>${objectingOf(notice)}</p>
</div>
<figure><img src="data:image/png;base64,${picture}" alt="公示网页的二维码" width="150" height="150"><figcaption>扫码看公示</figcaption></figure>
</section>
<footer class="quiet">${headOf(notice)}。期满撤下。</footer>
</main>`,
  );
}

/** From here on the rows are drawn closer, so that forty members take one sheet. */
const MANY = 16;

const namesChoice = ({ masked }: PublicNotice, mayShowAll: boolean) => {
  if (!mayShowAll) return '';
  return masked
    ? html` <a href="?">改用全名</a>`
    : html` <a href="?names=masked">改用遮盖的姓名</a>（张贴处有单位以外的人来往时）`;
};

export const POSTER_STYLE = `
.unit{text-align:center;font-size:1.125rem}
h1{text-align:center;font-size:2rem}
.after{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-start;break-inside:avoid}
.after div{flex:1 1 16rem}
figure{margin:0;text-align:center}
img{image-rendering:pixelated;background:#fff}
@page{size:A4;margin:15mm 16mm}
@media print{.screen{display:none}body{font-size:11.5pt;line-height:1.5}th,td{padding:5pt 5pt 5pt 0}h1{margin:0 0 8pt}.many{font-size:10pt}.many th,.many td{padding:1.5pt 5pt 1.5pt 0;line-height:1.35}.many table{margin:4pt 0}}
`.replaceAll('\n', '');
