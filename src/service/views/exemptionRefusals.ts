/** Why an exemption cannot be asked for, granted or ended: the sentences. */
import type { Refusal } from '../../domain/refusal.ts';

export const EXEMPTION_REFUSALS: Readonly<Record<string, (params: Refusal['params']) => string>> = {
  exemptionUnknown: () => '没有这份申请。请从“不参加积分制管理”页面重新进入。',
  noBodyAbove: () =>
    '账册里没有可以审批的上级党组织：本支部还没有挂到上级之下，或者上级还没有经办人和书记。请先请系统管理员在“组织和职务”里调整隶属关系、登记上级经办人；等不及的，先填纸质审批表。',
  notExemptable: () => '预备党员、入党积极分子纳入积分管理（考察、准入），不办理免予参加。请核对党员类型。',
  exemptionOpen: () => '此人已有一份申请正在办理，不能再提一份。请先办完，或撤回原申请。',
  exemptionRuns: () => '此人正在免予期内。要延长，请从原申请点“申请续期”；不再需要的，请先提前恢复参加。',
  badRenewal: () => '续期要写明此人一份曾获批准的申请。请从原申请点“申请续期”。',
  exemptionStep: ({ act, state }) => `这份申请${state}，现在不能${act}。请刷新页面，看清办到哪一步。`,
  badExemptionTerm: ({ from, until }) => `期限的截止日期 ${until} 早于起始日期 ${from}。请改正日期。`,
  exemptionTooEarly: ({ from, earliest }) =>
    `起始日期 ${from} 太早：批准不改变已经过去的期次，最早从 ${earliest} 起（读法 G25）。请改正日期。`,
  exemptionOver: () => '这次免予已经到期，不必再结束。',
  badExemptionEnd: ({ today, last }) =>
    `恢复参加的日期应在今天（${today}）到免予期满（${last}）之间：已经过去的日子不改。请改正日期。`,
  badMeetingDay: ({ day }) => `会议日期 ${day} 还没有到。请填已经开过的会议的日期。`,
  sameHand: () => '支部意见是您签署的，请由上级党组织的另一位经办人或书记审批。',
  needlessHelper: () => '您是本人办理，不必填代书人。请把代书人空着。',
  'missing-exemptionReason': () => '请写明申请理由。',
  'missing-whereabouts': () => '流动外出的，请写明流动去向和联系人及联系方式。',
  'missing-helper': () => '代为书写的，请写明代书人姓名。',
  'missing-opinion': () => '请写明支部意见。',
  'missing-decision': () => '请写明审批意见。',
  'missing-endReason': () => '请写明原因。',
};
