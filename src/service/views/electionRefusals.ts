/** Sentences of what is refused about elections of scorekeepers, absences and handing over. */
import type { Refusal } from '../../domain/refusal.ts';

type Say = (params: Refusal['params']) => string;

export const ELECTION_REFUSALS: Readonly<Record<string, Say>> = {
  electionNeeded: () =>
    '记分员由党员大会推选，不能直接授予。请在“记分员推选”页登记推选结果，任职随推选结果一并登记；推选之前由书记代行。',
  nobodyEntitled: () => '名册里那天没有可以投票的正式党员。请先登记党员名册，或检查会议日期。',
  tooManyPresent: ({ entitled, present }) =>
    `到会 ${present} 人，多于那天有表决权的 ${entitled} 人（正式党员，免予参加的除外）。请核对到会人数、会议日期或名册。`,
  noQuorum: ({ entitled, present, needed }) =>
    `有表决权的 ${entitled} 人，到会 ${present} 人，须过半数即至少 ${needed} 人到会，推选无效。请另行召开会议。`,
  badCandidates: () => '请填写至少一名得票的党员，同一人只填一次。',
  votesDiffer: ({ present, counted }) =>
    `各人得票、弃权和废票合计 ${counted} 票，与到会 ${present} 人不符。每名到会的人投一票，请核对计票。`,
  notEligible: ({ place }) =>
    `第 ${place} 名得票人不能当选：记分员须是会议那天在本支部、参加积分管理的正式党员，且没有被认定为不合格。请核对人选和名册。`,
  'missing-meeting': () => '请写明会议地点和会议记录编号。',
  electionUnknown: () => '没有这次推选。请从“记分员推选”页重新进入。',
  electionOver: () => '这次推选已经选出，或日期早于上一轮投票，不能再登记一轮。请刷新页面核对。',
  newCandidates: () => '再次投票只在上一轮得票的人中进行。请去掉新增的人，或另行推选。',
  changeNeedsReason: () =>
    '现任记分员任期未满，无特殊情况一般不得调整。确需调整，请写明理由；理由随推选结果一并登记。',
  handoverUnknown: () => '没有要移交的记分员任职。请先登记推选结果。',
  handedOver: () => '这次移交已经办结，不必再办。',
  handoverConfirmed: () => '您已经确认过，等另一方确认即办结。',
  notParty: () => '只有原记分员和新记分员本人能在页面上确认。双方签了移交单的，请按纸质移交单登记。',
  partyOnPaper: () => '您是移交的一方，不能代双方登记纸质移交单。请直接确认，或由书记等未参与移交的人登记。',
  badAbsence: () => '请假的最后一天不能早于第一天。请检查日期。',
  absentAlready: () => '这段时间已经登记了请假。请先销假，或改日期。',
  notAbsent: () => '那天没有在请假，不必销假。请刷新页面核对。',
};
