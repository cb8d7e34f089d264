/** The course of an exemption step by step: what was done, what is being done, what comes after (clause 2). */
import type { ExemptionMatter } from '../../domain/exemption/matter.ts';
import { isOpen } from '../../domain/exemption/procedure.ts';
import { covered } from '../../domain/exemption/term.ts';
import type { Day } from '../../domain/period.ts';
import { dayInShanghai } from '../dayInShanghai.ts';
import { bodyWords, nextOf } from './exemptionNext.ts';
import type { Surroundings } from './exemptionSurroundings.ts';
import { longDay } from './naming.ts';

export type CourseStep = {
  readonly id: 'application' | 'opinion' | 'decision' | 'end';
  readonly name: string;
  readonly progress: 'done' | 'now' | 'later';
  readonly says: string;
};

export function courseOf(matter: ExemptionMatter, around: Surroundings): CourseStep[] {
  const { application, opinion, decision, state } = matter;
  const steps: CourseStep[] = [
    {
      id: 'application',
      name: '提出申请',
      progress: 'done',
      says: `${dayOf(application.at)}${application.onBehalf ? '由他人代为登记' : '由本人提出'}`,
    },
  ];
  if (opinion !== null)
    steps.push({
      id: 'opinion',
      name: '支部意见',
      progress: 'done',
      says: `${longDay(opinion.meetingOn)}会议研究，${opinion.agrees ? '同意' : '不同意'}，${dayOf(opinion.at)}填注`,
    });
  else if (state === 'applied')
    steps.push({ id: 'opinion', name: '支部意见', progress: 'now', says: nextOf(matter, around) });
  if (decision !== null)
    steps.push({
      id: 'decision',
      name: '上级审批',
      progress: 'done',
      says: `${dayOf(decision.at)}由${around.organisationName(decision.bodyId)}${decisionWords(matter)}`,
    });
  else if (isOpen(state))
    steps.push({
      id: 'decision',
      name: '上级审批',
      progress: state === 'considered' ? 'now' : 'later',
      says: state === 'considered' ? nextOf(matter, around) : `填注意见后，${bodyWords(matter, around)}`,
    });
  return [...steps, ...endOf(matter, around)];
}

/** The latest day anything happened. */
export function sinceOf({ application, opinion, decision, withdrawal, ending }: ExemptionMatter): Day {
  const done = [ending, withdrawal, decision, opinion].find((one) => one !== null) ?? application;
  return dayInShanghai(done.at);
}

export function termWords(matter: ExemptionMatter): string | null {
  const days = covered(matter);
  return days === null ? null : `${longDay(days.from)}至${longDay(days.until)}`;
}

const dayOf = (at: string) => longDay(dayInShanghai(at));

function decisionWords({ decision }: ExemptionMatter): string {
  if (decision === null || !decision.approved || decision.from === null) return '不予批准';
  const until = decision.until === null ? '当年年底' : longDay(decision.until);
  return `批准，自${longDay(decision.from)}至${until}`;
}

function endOf({ withdrawal, ending }: ExemptionMatter, around: Surroundings): CourseStep[] {
  const step = (says: string): CourseStep => ({ id: 'end', name: '结束', progress: 'done', says });
  if (withdrawal !== null) return [step(`${dayOf(withdrawal.at)}撤回申请`)];
  if (ending === null) return [];
  const by = ending.bodyId === null ? '本人提出' : `${around.organisationName(ending.bodyId)}决定`;
  return [step(`${dayOf(ending.at)}${by}，自${longDay(ending.on)}起恢复参加积分管理`)];
}
