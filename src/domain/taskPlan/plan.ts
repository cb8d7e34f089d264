/** A member's plan as the facts of its stream make it. A change is a new version; until it is approved the former holds. */
import { ImpossibleFact } from '../ledger/impossible.ts';
import type { Points } from '../points.ts';
import { isRefusal } from '../refusal.ts';
import type { PlanFact } from './facts.ts';
import { type Act, type Phase, phaseAfter } from './procedure.ts';

export const TASK_KINDS = { assigned: '单位分配任务', pledge: '承诺事项' } as const;
export type TaskKind = keyof typeof TASK_KINDS;

/** `points`: planned points in hundredths, due in that period. */
export type PlannedTask = {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly period: number;
  readonly points: Points;
};

/** Where a fact stands: its seq leads to its text, `at` is a UTC instant. */
export type Recorded = { readonly seq: number; readonly at: string; readonly actor: string };

type Agreed = Extract<PlanFact, { type: 'planAgreed' }>;
export type Agreement = Recorded & Pick<Agreed, 'onBehalf' | 'substitute'>;
export type Return = Recorded & { readonly as: 'member' | 'leader' | 'branch' };

export type PlanVersion = {
  readonly version: number;
  readonly tasks: readonly PlannedTask[];
  readonly proposed: Recorded;
  readonly member: Agreement | null;
  readonly leader: Agreement | null;
  readonly returned: Return | null;
  readonly approved: Recorded | null;
};

export type TaskPlan = {
  readonly phase: Phase;
  /** Every version ever proposed, the oldest first; the last is the one now spoken of. */
  readonly versions: readonly PlanVersion[];
  /** Version of the stream, for optimistic commands. */
  readonly streamVersion: number;
};

export const NO_PLAN: TaskPlan = { phase: 'none', versions: [], streamVersion: 0 };

export const latest = ({ versions }: TaskPlan): PlanVersion | undefined => versions.at(-1);
export const inForce = ({ versions }: TaskPlan): PlanVersion | undefined =>
  versions.findLast(({ approved }) => approved !== null);

/** A version was proposed that is not approved, a change of the one in force among them. */
export const awaitsApproval = ({ phase }: TaskPlan): boolean => phase !== 'none' && phase !== 'inForce';

/** Throws ImpossibleFact on a fact that the procedure does not allow, or of another version than the latest. */
export function takePlan(
  plan: TaskPlan,
  fact: PlanFact,
  at: Recorded & { readonly version: number },
): TaskPlan {
  const { version: streamVersion, seq } = at;
  const phase = phaseAfter(plan.phase, actOf(fact));
  if (isRefusal(phase)) throw new ImpossibleFact(seq, `${fact.type} while ${plan.phase}`);
  const expected = plan.versions.length + (fact.type === 'planProposed' ? 1 : 0);
  if (fact.version !== expected) throw new ImpossibleFact(seq, `version ${fact.version}, not ${expected}`);
  return { phase, streamVersion, versions: versionsAfter(plan.versions, fact, recordedOf(at)) };
}

const recordedOf = ({ seq, at, actor }: Recorded): Recorded => ({ seq, at, actor });

function versionsAfter(versions: readonly PlanVersion[], fact: PlanFact, at: Recorded): PlanVersion[] {
  if (fact.type === 'planProposed') {
    const { version, tasks } = fact;
    const fresh = { member: null, leader: null, returned: null, approved: null };
    return [...versions, { version, tasks, proposed: at, ...fresh }];
  }
  return versions.map((one) => (one.version === fact.version ? { ...one, ...said(fact, at) } : one));
}

function said(fact: Exclude<PlanFact, { type: 'planProposed' }>, at: Recorded): Partial<PlanVersion> {
  switch (fact.type) {
    case 'planAgreed':
      return { [fact.as]: { ...at, onBehalf: fact.onBehalf, substitute: fact.substitute } };
    case 'planReturned':
      return { returned: { ...at, as: fact.as } };
    case 'planApproved':
      return { approved: at };
  }
}

const AS = { member: 'AsMember', leader: 'AsLeader', branch: 'AsBranch' } as const;

function actOf(fact: PlanFact): Act {
  switch (fact.type) {
    case 'planProposed':
      return 'propose';
    case 'planAgreed':
      return fact.as === 'member' ? 'agreeAsMember' : 'agreeAsLeader';
    case 'planReturned':
      return `return${AS[fact.as]}`;
    case 'planApproved':
      return 'approve';
  }
}
