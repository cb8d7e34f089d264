/** Refusals about transcripts (转移证明) as a person reads them. */
import type { Refusal } from '../../domain/refusal.ts';

type Say = (params: Refusal['params']) => string;

export const TRANSFER_REFUSALS: Readonly<Record<string, Say>> = {
  leftOtherwise: ({ on, leftOn }) =>
    `此人已登记自 ${leftOn} 起离开本支部，转移证明只能写这一天，不能写 ${on}。`,
  'missing-nextBranch': () => '请写明转到哪个支部。',
  notTranscript: () =>
    '这不是本系统开具的转移证明文件，或者文件不完整。请向原支部重新索取（文件名以“转移证明”开头，.json）。',
  transcriptChanged: () => '这份转移证明的内容与开具时的摘要不符，被改动过或损坏了。请向原支部重新索取。',
  transcriptNotIssued: ({ from }) =>
    `本机的账册里，“${from}”没有开具过这样一份转移证明。请与原支部核对，重新索取。`,
  transcriptExample: () => '示例账册的转移证明不能进正式账册，正式的也不能进示例。请核对文件。',
  ownTranscript: () => '这是本支部自己开具的转移证明，应由转入的支部接收。',
  transcriptKnown: () => '这份转移证明已经接收过，或者已经接收了更新的一份。',
  transcriptYear: ({ year }) => `本支部 ${year} 年的账册还没有开立，转来的积分没有地方登记。请先开立年度。`,
  transcriptRules: ({ there, here }) =>
    `两个支部的分值和算法不同（原支部：${there}；本支部：${here}），各笔不能合并计算。请上级党组织统一办法后再接收；不合并的，在“新增党员”里直接登记，本年只算在本支部的季度。`,
  transcriptEntry: ({ day, item }) =>
    `转移证明里 ${day} 条款 ${item} 的一笔不合办法，没有接收。请原支部更正后重新开具。`,
  joinedTooEarly: ({ joinedOn, leftOn }) =>
    `原支部的转移证明写明 ${leftOn} 起离开，不能在此之前（${joinedOn}）加入本支部。请检查日期。`,
  joinedOtherwise: ({ joinedOn }) => `此人已登记 ${joinedOn} 加入本支部。接收更正的转移证明，日期应照写。`,
  entryReceived: () =>
    '这一笔由别的支部凭转移证明转入，本支部不能改动。请原支部更正后重新开具转移证明，再来接收。',
};
