/** Decisions about a member's standing, and refusals of them, as a person reads them. */
import type { Fact } from '../../domain/fact.ts';
import { isPassed, type StandingDecision } from '../../domain/member/decisions.ts';
import { formatPoints } from '../../domain/points.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { longDay, TYPE_NAMES } from './naming.ts';

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
  leftOtherwise: ({ on, leftOn }) =>
    `此人已登记自 ${leftOn} 起离开本支部，转移证明只能写这一天，不能写 ${on}。`,
  'missing-nextBranch': () => '请写明转到哪个支部。',
  notTranscript: () =>
    '这不是本系统开具的转移证明文件，或者文件不完整。请向原支部重新索取（文件名以“转移证明”开头，.json）。',
  transcriptChanged: () => '这份转移证明的内容与开具时的摘要不符，被改动过或损坏了。请向原支部重新索取。',
  transcriptNotIssued: ({ from }) =>
    `本机的账册里，“${from}”没有开具过这样一份转移证明。请与原支部核对，重新索取。`,
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
  badDay: ({ day }) => `“${day}”不是日历上的日子。请写成 2026-03-05 这样的年-月-日。`,
  badMark: ({ mark }) => `“${mark}”不是分数。请写不带正负号、至多两位小数的数，如 85 或 85.5。`,
  'missing-standingBasis': () => '请写明依据：哪次会议、哪份文件及文号。',
  'missing-admittedOn': () =>
    '登记预备党员须写明入党日期（支部大会接收为预备党员之日），预备期从这一天算起。',
};

function decisionTitle(decision: StandingDecision): string {
  const on = longDay(decision.on);
  switch (decision.kind) {
    case 'admitted':
      return `${on}接收为预备党员`;
    case 'turnedFull':
      return `${on}转为正式党员`;
    case 'probationExtended':
      return `${on}决定预备期延长到${longDay(decision.until)}`;
    case 'probationCancelled':
      return `${on}取消预备党员资格`;
    case 'examTaken': {
      const marks = `${formatPoints(decision.mark)} 分（${formatPoints(decision.passMark)} 分及格）`;
      return `${on}党章考试 ${marks}，${isPassed(decision) ? '合格' : '不合格'}`;
    }
    case 'left':
      return `${on}起离开本支部`;
  }
}

/** What a fact of the register says of its member, without names or reasons; null when it is told elsewhere. */
export function factTitle(fact: Fact): string | null {
  switch (fact.type) {
    case 'memberRegistered':
      return `登记入册：${TYPE_NAMES[fact.member.type]}，${longDay(fact.member.joinedOn)}加入本支部`;
    case 'memberAmended':
      return '变更登记';
    case 'standingDecided':
      return decisionTitle(fact.decision);
    default:
      return null;
  }
}
