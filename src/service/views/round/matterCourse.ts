/** The course of one member's matter: which steps are done, which is now and who does it, which come after. */
import type { Day } from '../../../domain/period.ts';
import type { State } from '../../../domain/round/acts.ts';
import { type Matter, openObjections, stateOn } from '../../../domain/round/matter.ts';
import type { Round } from '../../../domain/round/round.ts';
import { longDay, shortDay } from '../naming.ts';

export type CourseStep = {
  readonly id: string;
  readonly name: string;
  readonly progress: 'done' | 'now' | 'later';
  readonly says: string;
};

/** Each step with the states in which it is the one to do. */
const STEPS: readonly { readonly id: string; readonly name: string; readonly now: readonly State[] }[] = [
  { id: 'application', name: '党员申请', now: ['open'] },
  { id: 'opinion', name: '分管领导签注意见', now: ['applied'] },
  { id: 'sheet', name: '考核登记', now: ['opined'] },
  { id: 'appraisal', name: '支部评议', now: ['assessed', 'reopened', 'tied'] },
  { id: 'notice', name: '公示', now: ['appraised', 'onNotice', 'objected'] },
  { id: 'registration', name: '登记入账', now: ['cleared'] },
  { id: 'submission', name: '上报', now: ['registered'] },
  { id: 'review', name: '党委审核', now: ['submitted'] },
  { id: 'filing', name: '备案', now: ['reviewed'] },
];

/** `actor`: whoever acts next, in words; empty where the days run by themselves. */
export function courseOf(matter: Matter, opened: Round['opened'], today: Day, actor: string): CourseStep[] {
  const state = stateOn(matter, today);
  const at = STEPS.findIndex(({ now }) => now.includes(state));
  const current = at === -1 ? STEPS.length : at;
  return STEPS.map(({ id, name }, index) => {
    if (index < current) return { id, name, progress: 'done', says: doneWords(matter, id) };
    if (index > current) return { id, name, progress: 'later', says: '' };
    return { id, name, progress: 'now', says: nowWords(matter, state, opened, actor) };
  });
}

/** The last day of what is to be done now; null where the measure sets none. */
export function dueOn(matter: Matter, opened: Round['opened'], today: Day): Day | null {
  if (opened === null) return null;
  const [objection] = openObjections(matter);
  switch (stateOn(matter, today)) {
    case 'open':
      return opened.applyUntil;
    case 'applied':
      return opened.opinionUntil;
    case 'opined':
    case 'assessed':
    case 'reopened':
    case 'tied':
      return opened.appraisalOn;
    case 'onNotice':
      return matter.notice?.until ?? null;
    case 'objected':
      return objection?.answerUntil ?? null;
    case 'appraised':
    case 'cleared':
    case 'registered':
      return opened.filingOn;
    default:
      return null;
  }
}

function doneWords({ application, opinion, notice }: Matter, id: string): string {
  if (id === 'application') {
    if (application === null) return '没有提交申请，以记分员的记录为准，不因此扣分（读法 G33）';
    const how = application.onBehalf ? '由他人代为登记' : '本人已提交';
    return application.late ? `${how}，晚于申请期限，照常办理` : how;
  }
  if (id === 'opinion' && opinion?.unsigned === true) return '未签：不算完成，也不算没完成（读法 G17）';
  if (id === 'notice' && notice !== null) return `${shortDay(notice.from)}至${shortDay(notice.until)}`;
  return '';
}

function nowWords({ notice }: Matter, state: State, opened: Round['opened'], actor: string): string {
  switch (state) {
    case 'open':
      return '等本人提交申请';
    case 'applied':
      return `等${actor}签注意见`;
    case 'opined':
      return `等${actor}提交考核登记`;
    case 'assessed':
      return `等支部评议（${longDay(opened?.appraisalOn ?? ('' as Day))}），由${actor}登记结果`;
    case 'reopened':
      return `需要重新评议，由${actor}登记结果`;
    case 'tied':
      return `评议再议后票数仍相等，等${actor}决定（读法 G36）`;
    case 'appraised':
      return `评议已定分，等${actor}拟制公示`;
    case 'onNotice':
      return notice === null ? '' : `公示到${longDay(notice.until)}，期间任何人可以提出异议`;
    case 'objected':
      return `有异议，等${actor}重新审定，审定后书面答复`;
    case 'cleared':
      return `公示期满，等${actor}登记入账`;
    case 'registered':
      return `等${actor}上报`;
    case 'submitted':
      return `等${actor}审核`;
    case 'reviewed':
      return `审核无异议，等${actor}备案`;
    case 'filed':
      return '';
  }
}
