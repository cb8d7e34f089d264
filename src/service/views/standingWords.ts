/** Decisions about a member's standing as a person reads them. */
import type { Fact } from '../../domain/fact.ts';
import { isPassed, type StandingDecision } from '../../domain/member/decisions.ts';
import { formatPoints } from '../../domain/points.ts';
import { longDay, TYPE_NAMES } from './naming.ts';

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

/** What a fact of the register says of its member, without names or reasons; null when it is told elsewhere. `other`: the branch of a transfer. */
export function factTitle(fact: Fact, other: string): string | null {
  switch (fact.type) {
    case 'memberRegistered':
      return `登记入册：${TYPE_NAMES[fact.member.type]}，${longDay(fact.member.joinedOn)}加入本支部`;
    case 'memberAmended':
      return '变更登记';
    case 'standingDecided':
      return decisionTitle(fact.decision);
    case 'transcriptIssued':
      return `${fact.issue === 1 ? '开具' : `第 ${fact.issue} 次开具`}转移证明，转往${other}`;
    case 'transcriptReceived':
      return `凭转移证明由${other}转入${fact.checked ? '，与原支部账册核对相符' : '，未在本机核对'}`;
    default:
      return null;
  }
}
