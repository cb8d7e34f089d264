/** What is refused about objections, as sentences; also on the public page, so each says what else can be done. */
import type { Refusal } from '../../domain/refusal.ts';

export const OBJECTION_REFUSALS: Readonly<Record<string, (params: Refusal['params']) => string>> = {
  objectorMissing: ({ name, reach }) =>
    `请写明姓名（${name} 字以内）和联系方式（电话或地址，${reach} 字以内）。姓名只有受理人能看到。`,
  objectionWords: ({ length, most }) =>
    length === 0
      ? '请写明对哪一项、为什么有异议。'
      : `异议内容共 ${length} 字，最多 ${most} 字。请删减，其余可以作为附件。`,
  objectionUnfinished: () => '请选择对哪一行有异议，并选择您是党员、职工还是服务对象。',
  fileTooLarge: ({ file, most }) => `附件“${file}”超过 ${most} MB。请换成小一些的，或当面交给受理人。`,
  tooManyFiles: ({ most }) => `附件最多 ${most} 个。请去掉多出的，其余可以当面交给受理人。`,
  objectionLate: ({ from, until }) =>
    `异议应在公示期内提出（${from} 至 ${until}）。期满以后请直接向上级党组织反映。`,
  objectionNotNow: () =>
    '这名党员的积分现在不在公示中，或正在重新评议。请等下一次公示，或当面向公示上写明的受理人反映。',
  objectionsFull: () =>
    '今天网上收到的异议已满。您填的内容没有提交：请明天再交，或今天当面、打电话向公示上写明的受理人提出，同样有效。',
  filesFull: () => '今天网上收的附件已满。请去掉附件再提交，材料可以当面交给公示上写明的受理人。',
  objectionWaiting: ({ count }) =>
    `公示期内收到的 ${count} 件异议受理人还没有处理，这名党员的积分暂时不能登记。其余各人可以先登记。`,
  receiptUnknown: () => '没有这个回执号。请对照记下的号码再输一次；仍不对的，请向受理人询问。',
};
