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
    await html`<main class="poster">
<p class="screen">用浏览器的打印（Ctrl+P）打印在 A4 纸上，张贴在公示栏。${namesChoice(notice, mayShowAll)}</p>
${exampleMark(notice)}
<p class="unit">${notice.organisation.name}</p>
<h1>${headingOf(notice)}</h1>
<p>${basisOf(notice)}</p>
${tables(notice)}
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

/** More stand in two columns, so that forty members take one sheet. */
const MOST_IN_ONE = 18;

function tables(notice: PublicNotice) {
  const { length } = notice.lines;
  if (length <= MOST_IN_ONE) return linesTable(notice, null);
  const half = Math.ceil(length / 2);
  return html`<div class="halves">${linesTable(notice, null, { from: 0, to: half })}${linesTable(notice, null, { from: half, to: length })}</div>`;
}

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
.poster{max-width:60rem}
.halves{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:0 2rem;align-items:start}
img{image-rendering:pixelated;background:#fff}
@page{size:A4;margin:13mm 15mm}
@media print{.screen{display:none}body{font-size:11.5pt;line-height:1.5}th,td{padding:5pt 5pt 5pt 0}h1{margin:0 0 8pt}.halves{font-size:10.5pt}.halves th,.halves td{padding:1.5pt 5pt 1.5pt 0;line-height:1.35}table{margin:4pt 0}caption{padding:2pt 0}p{margin:3pt 0}}
`.replaceAll('\n', '');
