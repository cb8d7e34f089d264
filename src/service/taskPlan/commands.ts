/** The commands of task plans. Each takes many members at once; one that is refused refuses them all, and all are named. */
import type { Day } from '../../domain/period.ts';
import type { Task } from '../../domain/taskPlan/content.ts';

/** `taskId` null: a new task; one the member's plan does not know is taken as new. */
export type DraftTask = Omit<Task, 'taskId'> & { readonly taskId: string | null };

type Place = { readonly organisationId: string; readonly year: number };

export type ProposePlans = Place & {
  readonly type: 'proposePlans';
  readonly plans: readonly { readonly personId: string; readonly tasks: readonly DraftTask[] }[];
  /** Needed where a plan in force is to be changed. */
  readonly reason: string | null;
};

/** One exact version: what is agreed to or approved is what was seen. */
export type PlanSeen = { readonly personId: string; readonly version: number };

export type AgreePlans = Place & {
  readonly type: 'agreePlansAsMember' | 'agreePlansAsLeader';
  readonly plans: readonly PlanSeen[];
  /** The day on the paper the member signed; null when the member agrees here. */
  readonly signedOn: Day | null;
};

export type ReturnPlans = Place & {
  readonly type: 'returnPlansAsMember' | 'returnPlansAsLeader' | 'returnPlansAsBranch';
  readonly plans: readonly PlanSeen[];
  readonly reason: string;
};

export type ApprovePlans = Place & {
  readonly type: 'approvePlans';
  readonly plans: readonly PlanSeen[];
  readonly heldOn: Day;
  /** The record of the meeting (会议记录). */
  readonly record: string;
};

/** `period` null: the whole year. `result` as written: a mark, or words. */
export type GivenMark = {
  readonly personId: string;
  readonly period: number | null;
  readonly result: string;
};

export type ImportMarks = Place & {
  readonly type: 'importMarks';
  readonly marks: readonly GivenMark[];
  /** Needed where an earlier mark is to be replaced. */
  readonly reason: string | null;
};

export type PlanCommand = ProposePlans | AgreePlans | ReturnPlans | ApprovePlans | ImportMarks;
