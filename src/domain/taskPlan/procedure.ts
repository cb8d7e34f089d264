/**
 * The way of a plan (目标任务, 3.2): proposed, agreed by the member and by the leader in charge in either order, approved by
 * the branch; changed only the same way. States × acts × who, as data; whatever is not said here is refused.
 */
import { type Refusal, refuse } from '../refusal.ts';

export const PHASES = {
  none: '未拟定',
  proposed: '待认可',
  memberAgreed: '待分管领导认可',
  leaderAgreed: '待本人认可',
  agreed: '待支部批准',
  returned: '已退回',
  inForce: '已批准',
} as const;
export type Phase = keyof typeof PHASES;
export const PHASE_NAMES = Object.keys(PHASES) as readonly Phase[];

/** Each act with the ability it is asked of. */
export const ACTS = {
  propose: { name: '提出', ability: 'proposePlan' },
  agreeAsMember: { name: '由本人认可', ability: 'agreePlan' },
  agreeAsLeader: { name: '由分管领导认可', ability: 'agreePlanAsLeader' },
  returnAsMember: { name: '由本人退回', ability: 'agreePlan' },
  returnAsLeader: { name: '由分管领导退回', ability: 'agreePlanAsLeader' },
  returnAsBranch: { name: '由支部退回', ability: 'approvePlan' },
  approve: { name: '批准', ability: 'approvePlan' },
} as const;
export type Act = keyof typeof ACTS;
export const ACT_NAMES = Object.keys(ACTS) as readonly Act[];

const RETURNS = {
  returnAsMember: 'returned',
  returnAsLeader: 'returned',
  returnAsBranch: 'returned',
} as const;

const NEXT: Readonly<Record<Phase, Readonly<Partial<Record<Act, Phase>>>>> = {
  none: { propose: 'proposed' },
  proposed: { propose: 'proposed', agreeAsMember: 'memberAgreed', agreeAsLeader: 'leaderAgreed', ...RETURNS },
  memberAgreed: { propose: 'proposed', agreeAsLeader: 'agreed', ...RETURNS },
  leaderAgreed: { propose: 'proposed', agreeAsMember: 'agreed', ...RETURNS },
  agreed: { propose: 'proposed', approve: 'inForce', ...RETURNS },
  returned: { propose: 'proposed' },
  inForce: { propose: 'proposed' },
};

/** The phase the act leads to; refuses planStep when it is not open in this one. */
export function phaseAfter(phase: Phase, act: Act): Phase | Refusal {
  return NEXT[phase][act] ?? refuse('planStep', '3.2', { phase: PHASES[phase], act: ACTS[act].name });
}

export const actsIn = (phase: Phase): Act[] => ACT_NAMES.filter((act) => NEXT[phase][act] !== undefined);
