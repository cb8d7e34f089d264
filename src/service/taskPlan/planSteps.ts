/** The steps of task plans by the commands they decide. */
import {
  agreeAsLeaderStep,
  agreeAsMemberStep,
  approvePlansStep,
  returnAsBranchStep,
  returnAsLeaderStep,
  returnAsMemberStep,
} from './decidePlans.ts';
import { importMarksStep } from './importMarks.ts';
import { proposePlansStep } from './propose.ts';

export const PLAN_STEPS = {
  proposePlans: proposePlansStep,
  agreePlansAsMember: agreeAsMemberStep,
  agreePlansAsLeader: agreeAsLeaderStep,
  returnPlansAsMember: returnAsMemberStep,
  returnPlansAsLeader: returnAsLeaderStep,
  returnPlansAsBranch: returnAsBranchStep,
  approvePlans: approvePlansStep,
  importMarks: importMarksStep,
} as const;
