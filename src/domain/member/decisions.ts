/**
 * What a meeting or a document may decide of a person's standing, and what follows from it: 中国共产党发展党员工作细则
 * (probation of a year, extended once by half a year to a year), readings G23 and G24. People decide; no figure ever does.
 */
import type { z } from 'zod';
import { type Day, monthsLater } from '../period.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { standingDecision } from './facts.ts';
import type { Member } from './member.ts';

export type StandingDecision = z.output<typeof standingDecision>;

/** 预备期. `admittedOn`: the day the person became a probationary member, null when the register does not know it. */
export type Probation = { readonly admittedOn: Day | null; readonly extendedUntil: Day | null };

const PROBATION_MONTHS = 12;
const EXTENSION_MONTHS = { least: 6, most: 12 } as const;

/** The day on which the probation is over (预备期满), when the person may turn full; null when it is not known when it began. */
export function probationEnd({ admittedOn, extendedUntil }: Probation): Day | null {
  return extendedUntil ?? (admittedOn === null ? null : monthsLater(admittedOn, PROBATION_MONTHS));
}

/** The first and the last day an extension may run to; null when it is not known when the probation began. */
export function extensionLimits({ admittedOn }: Probation): readonly [least: Day, most: Day] | null {
  if (admittedOn === null) return null;
  const { least, most } = EXTENSION_MONTHS;
  return [
    monthsLater(admittedOn, PROBATION_MONTHS + least),
    monthsLater(admittedOn, PROBATION_MONTHS + most),
  ];
}

/** Whether the mark passes: the pass mark itself does. */
export const isPassed = ({ mark, passMark }: Extract<StandingDecision, { kind: 'examTaken' }>): boolean =>
  mark >= passMark;

/** Kinds of decision that fit the person as they stand: what a page offers. */
export function openDecisions(member: Member, probation: Probation): StandingDecision['kind'][] {
  if (member.leftOn !== null) return [];
  switch (member.type) {
    case 'full':
      return ['left'];
    case 'probationary':
      return probation.extendedUntil === null
        ? ['turnedFull', 'probationExtended', 'probationCancelled', 'left']
        : ['turnedFull', 'probationCancelled', 'left'];
    case 'applicant':
      return member.examPassedOn === null ? ['examTaken', 'admitted', 'left'] : ['admitted', 'left'];
  }
}

/**
 * The standing after the decision. Refuses a day ahead (dayAhead) or before joining (beforeJoining); anything once the person
 * has left (alreadyLeft); what fits another standing alone (notProbationary, notApplicant); turning full too early
 * (probationNotOver) or without knowing when probation began (probationUnknown); a second extension (extendedAlready) or one of
 * another length (extensionOutOfRange); a further exam once it is passed (examPassed).
 */
export function standingAfter(
  member: Member,
  probation: Probation,
  decision: StandingDecision,
  today: Day,
): Member | Refusal {
  const { on } = decision;
  if (member.leftOn !== null) return refuse('alreadyLeft', null, { leftOn: member.leftOn });
  if (on > today) return refuse('dayAhead', null, { day: on, today });
  if (on < member.joinedOn || (on === member.joinedOn && ends(decision)))
    return refuse('beforeJoining', null, { day: on, joinedOn: member.joinedOn });
  switch (decision.kind) {
    case 'left':
      return { ...member, leftOn: on };
    case 'examTaken':
      return examined(member, decision);
    case 'admitted':
      return member.type === 'applicant'
        ? { ...member, type: 'probationary', fullOn: null }
        : refuse('notApplicant', '2', {});
    case 'turnedFull':
    case 'probationExtended':
    case 'probationCancelled':
      return member.type === 'probationary'
        ? ofProbation(member, probation, decision)
        : refuse('notProbationary', '2', {});
  }
}

const ends = ({ kind }: StandingDecision) => kind === 'left' || kind === 'probationCancelled';

type Examined = Extract<StandingDecision, { kind: 'examTaken' }>;

function examined(member: Member, exam: Examined): Member | Refusal {
  if (member.type !== 'applicant') return refuse('notApplicant', '2', {});
  if (member.examPassedOn !== null) return refuse('examPassed', '2', { on: member.examPassedOn });
  return isPassed(exam) ? { ...member, examPassedOn: exam.on } : member;
}

type OfProbation = Extract<
  StandingDecision,
  { kind: 'turnedFull' | 'probationExtended' | 'probationCancelled' }
>;

function ofProbation(member: Member, probation: Probation, decision: OfProbation): Member | Refusal {
  const end = probationEnd(probation);
  if (decision.kind === 'probationCancelled') return { ...member, leftOn: decision.on };
  const limits = extensionLimits(probation);
  if (end === null || limits === null) return refuse('probationUnknown', null);
  if (decision.kind === 'turnedFull') {
    if (decision.on < end) return refuse('probationNotOver', null, { day: decision.on, end });
    return { ...member, type: 'full', fullOn: decision.on };
  }
  if (probation.extendedUntil !== null)
    return refuse('extendedAlready', null, { until: probation.extendedUntil });
  const [least, most] = limits;
  if (decision.until < least || decision.until > most)
    return refuse('extensionOutOfRange', null, { until: decision.until, least, most });
  return member;
}
