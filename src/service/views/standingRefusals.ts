/** Refusals of decisions about a member's standing as a person reads them. */
import type { Refusal } from '../../domain/refusal.ts';

type Say = (params: Refusal['params']) => string;

const RULES = '《中国共产党发展党员工作细则》';

export const STANDING_REFUSALS: Readonly<Record<string, Say>> = {
  alreadyLeft: ({ leftOn }) => `此人自 ${leftOn} 起已不在本支部，不能再登记身份变动。`,
  dayAhead: ({ day, today }) => `日期 ${day} 还没有到（今天是 ${today}）。事情发生之后再登记。`,
  beforeJoining: ({ day, joinedOn }) =>
    `日期 ${day} 不晚于加入本支部的 ${joinedOn}。请检查日期，或先改正名册里的加入日期。`,
  notProbationary: () => '此人不是预备党员，不能登记预备期的决定。请核对人员。',
  notApplicant: () => '此人不是入党积极分子，不能登记考试成绩或接收为预备党员。请核对人员。',
  probationUnknown: () =>
    '名册里没有此人的入党日期，算不出预备期。请先在“变更基本情况”里写明入党日期（支部大会接收为预备党员之日）。',
  probationNotOver: ({ day, end }) =>
    `预备期到 ${end} 才满，${day} 不能转正。预备期一年，延长的到延长期满（依据${RULES}）。`,
  extendedAlready: ({ until }) =>
    `预备期已经延长到 ${until}，只能延长一次（依据${RULES}）。期满后请按会议决定登记转正或取消资格。`,
  extensionOutOfRange: ({ until, least, most }) =>
    `延长到 ${until} 不行：延长不能少于半年、最长不超过一年，应在 ${least} 至 ${most} 之间（依据${RULES}）。`,
  examPassed: ({ on }) => `此人已于 ${on} 通过党章考试，不必再考。`,
  examNotPassed: ({ day, passedOn }) =>
    passedOn === ''
      ? '此人是入党积极分子，党章考试还没有合格，不能登记积分。请先在名册登记考试成绩。'
      : `此人是入党积极分子，${passedOn} 党章考试才合格，${day} 的事不能登记积分。`,
  entriesAfter: ({ count, on }) =>
    `账上还有此人 ${on} 当天或以后的 ${count} 笔记录。请核对离开的日期；记错的，请先冲正这些记录。`,
  numberTaken: ({ number }) => `编号 ${number} 在本组织已有人用。请核对，或另编一个。`,
  badDay: ({ day }) => `“${day}”不是日历上的日子。请写成 2026-03-05 这样的年-月-日。`,
  badMark: ({ mark }) => `“${mark}”不是分数。请写不带正负号、至多两位小数的数，如 85 或 85.5。`,
  'missing-standingBasis': () => '请写明依据：哪次会议、哪份文件及文号。',
  'missing-admittedOn': () =>
    '登记预备党员须写明入党日期（支部大会接收为预备党员之日），预备期从这一天算起。',
};
