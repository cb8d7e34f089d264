/** What a fact of a round means to the member it is about, and to whoever looks after the round: one sentence each; null: nothing to tell. */
import type { RoundFact } from '../../domain/round/facts.ts';
import { shortDay } from '../views/naming.ts';

/** `period`: 「第二季度」. */
export function toMember(fact: RoundFact, period: string): string | null {
  switch (fact.type) {
    case 'roundOpened':
      return `${period}积分工作已开始，请在${shortDay(fact.applyUntil)}前提交申请`;
    case 'applicationHandedIn':
      return `您的${period}积分申请已提交${fact.onBehalf ? '（由他人代为登记）' : ''}`;
    case 'opinionGiven':
      return fact.unsigned
        ? `您的${period}申请按“未签”登记：不算完成，也不算没完成`
        : `分管领导已对您的${period}工作签注意见`;
    case 'deductionProposed':
      return `${period}有一笔对您的拟扣分，您可以在${shortDay(fact.answerUntil)}前答复`;
    case 'deductionWithdrawn':
      return `${period}对您的一笔拟扣分已撤回`;
    case 'assessmentHandedIn':
      return `您的${period}考核登记已提交支部评议`;
    case 'tieReferred':
      return `您的${period}评议再议后票数仍相等，已报上级党组织决定`;
    case 'appraised':
      return fact.decidedAbove === true
        ? `上级党组织已为您的${period}积分定分（评议票数相等）`
        : `支部评议已为您的${period}积分定分`;
    case 'noticePublished':
      return `您的${period}积分已公示，到${shortDay(fact.until)}为止`;
    case 'objectionReceived':
      return `您的${period}积分有一件异议，${shortDay(fact.answerUntil)}前重新审定`;
    case 'objectionAnswered':
      return `您的${period}积分的异议已答复：${fact.changed ? '重新评议' : '维持原评议'}`;
    case 'appealLodged':
      return `您的${period}申诉已送上级党组织${fact.onBehalf ? '（由他人代为登记）' : ''}，${shortDay(fact.answerUntil)}前答复`;
    case 'appealAnswered':
      return `上级党组织已答复您的${period}申诉：${fact.upheld ? '成立，由支部更正' : '不成立，维持原登记'}`;
    case 'pointsRegistered':
      return `您的${period}积分已登记入账`;
    case 'roundReturned':
      return `上级党委退回了您的${period}积分，支部将重新评议`;
    case 'roundFiled':
      return `您的${period}积分已备案`;
    case 'bulletinIssued':
      return `${period}季度通报已发出`;
    default:
      return null;
  }
}

/** Without a name: counts alone. */
export function toOffices(fact: RoundFact, period: string): string | null {
  switch (fact.type) {
    case 'roundOpened':
      return `${period}积分工作已开始，${fact.people.length} 名党员参加`;
    case 'noticePublished':
      return `${period}公示已发布，到${shortDay(fact.until)}为止`;
    case 'roundSubmitted':
      return `${period} ${fact.people.length} 名党员的积分已上报${fact.late ? '（逾期）' : ''}`;
    case 'roundReturned':
      return `上级党委退回了${period} ${fact.people.length} 名党员的积分`;
    case 'roundReviewed':
      return `${period} ${fact.people.length} 名党员的积分已审核`;
    case 'roundFiled':
      return `${period} ${fact.people.length} 名党员的积分已备案`;
    case 'bulletinIssued':
      return `${period}季度通报已发出`;
    default:
      return null;
  }
}
