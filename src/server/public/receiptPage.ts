/** Asking with the receipt: where an objection stands and what was answered; also when the notice is gone. */
import { html } from 'hono/html';
import type { Receipt } from '../../service/objection/byReceipt.ts';
import { longDay } from '../../service/views/naming.ts';

export async function askBody(said: string | null, code: string): Promise<string> {
  return String(
    await html`<main>
<h1>查看异议的办理情况</h1>
${said === null ? '' : html`<p class="said" role="alert">${said}</p>`}
<form method="post">
<label for="code">回执号（16 位字母和数字，大小写都可以）</label>
<input id="code" name="code" maxlength="40" autocomplete="off" required value="${code}">
<button type="submit">查看</button>
</form>
</main>`,
  );
}

export async function receiptBody(receipt: Receipt): Promise<string> {
  const { organisation, round, handedInOn, words } = receipt;
  return String(
    await html`<main>
<p class="quiet">${organisation}</p>
<h1>异议的办理情况</h1>
<dl>
<dt>公示</dt><dd>${round}党员积分公示</dd>
<dt>提出日期</dt><dd>${longDay(handedInOn)}</dd>
<dt>办理情况</dt><dd>${standing(receipt)}</dd>
</dl>
${words === '' ? '' : html`<h2>${receipt.answered === null ? '不予受理的理由' : '书面答复'}</h2><p class="words">${words}</p>`}
${words === '' ? '' : html`<p>${discontent(receipt)}</p>`}
</main>`,
  );
}

/** Appeals on record are the member's own (G30); whoever objected turns to those who answer them. */
function discontent({ above, round }: Receipt): string {
  if (above === null)
    return `对答复不服的，可以带上回执号，向支部的上级党组织书面反映，写明是${round}公示的异议。`;
  return `对答复不服的，可以带上回执号，向${above}的经办人或书记当面或书面反映：还没有审核的，上级可以退回支部重新评议；已经审核、备案的，上级可以要求支部更正。`;
}

function standing({ answerUntil, declined, answered }: Receipt): string {
  if (answered !== null) return answered.changed ? '已答复：将重新评议，结果另行公示' : '已答复：维持原评议';
  if (declined !== null) return '不予受理';
  if (answerUntil !== null) return `已受理，将在${longDay(answerUntil)}以前答复`;
  return '已收到，等受理人受理';
}
