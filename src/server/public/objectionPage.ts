/** 提出异议 outside sign-in: one plain form, its receipt, and asking with the receipt. No script; what was typed stays. */
import { html } from 'hono/html';
import { maskedName } from '../../domain/member/masked.ts';
import { MOST_FILES, MOST_WORDS } from '../../service/objection/handIn.ts';
import type { OpenNotice } from '../../service/objection/openNotice.ts';
import { CAPACITIES } from '../../service/objection/sealed.ts';
import { longDay } from '../../service/views/naming.ts';
import { FILE_MEGABYTES, type Filled } from './objectionFields.ts';

const LONGEST = { name: 50, reach: 100 };

/** `said`: why it was not taken; the address of a form is where it was read. */
export async function formBody(notice: OpenNotice, filled: Filled, said: string | null): Promise<string> {
  const { organisation, example, until, lines, receiver } = notice;
  return String(
    await html`<main>
${example ? html`<p class="mark">示例：以下不是真实的公示。</p>` : ''}
<p class="quiet">${organisation}</p>
<h1>对公示提出异议</h1>
<p>在${longDay(until)}以前（含当天）都可以提出。姓名和联系方式加密保存，只有受理人写明理由后才能看到，被公示的人和记分员看不到。</p>
${said === null ? '' : html`<p class="said" role="alert" id="said"><strong>还没有提交。</strong>${said}${filled.words === '' ? '' : '已填的文字都在，附件请重新选择。'}</p>`}
<form method="post" enctype="multipart/form-data">
<input type="hidden" name="key" value="${filled.key}">
<label for="line">对哪一行有异议</label>
<select id="line" name="line" required>
<option value="">请选择</option>
${lines.map(
  ({ name, points }, at) =>
    html`<option value="${at + 1}"${filled.line === `${at + 1}` ? html` selected` : ''}>${at + 1}　${maskedName(name)}　${points} 分</option>`,
)}
</select>
<label for="words">异议内容（哪一项、为什么，${MOST_WORDS} 字以内）</label>
<textarea id="words" name="words" rows="8" maxlength="${MOST_WORDS}" required>${filled.words}</textarea>
<label for="files">附件（可以不交；最多 ${MOST_FILES} 个，每个不超过 ${FILE_MEGABYTES} MB，PDF、图片、Word、Excel）</label>
<input id="files" name="files" type="file" multiple accept=".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx">
<fieldset><legend>您是</legend>
${Object.entries(CAPACITIES).map(
  ([id, word]) =>
    html`<label class="choice"><input type="radio" name="capacity" value="${id}" required${filled.capacity === id ? html` checked` : ''}> ${word}</label>`,
)}
</fieldset>
<label for="name">姓名</label>
<input id="name" name="name" maxlength="${LONGEST.name}" autocomplete="name" required value="${filled.name}">
<label for="reach">联系方式（电话或地址，便于核实）</label>
<input id="reach" name="reach" maxlength="${LONGEST.reach}" autocomplete="tel" required value="${filled.reach}">
<button type="submit">提交异议</button>
</form>
<p class="quiet">也可以当面、打电话或书面向受理人提出，同样有效：${receiver}。不署名的反映不按异议办理，可以向纪检或信访部门提出。</p>
</main>`,
  );
}

export async function handedInBody(
  { organisation, receiver }: Pick<OpenNotice, 'organisation' | 'receiver'>,
  { code, on, ask }: { readonly code: string; readonly on: string; readonly ask: string },
): Promise<string> {
  return String(
    await html`<main>
<p class="quiet">${organisation}</p>
<h1>异议已收到</h1>
<p>请抄下或打印回执号，凭它查看办理情况和书面答复。回执号只在这里显示，请不要告诉别人。</p>
<p class="code" aria-label="回执号">${code}</p>
<dl><dt>提出日期</dt><dd>${on}</dd><dt>受理人</dt><dd>${receiver}</dd></dl>
<p>受理人会先决定是否受理；受理的，由与此无关的人重新审定，书面答复。</p>
<p><a href="${ask}">凭回执号查看办理情况</a></p>
</main>`,
  );
}
