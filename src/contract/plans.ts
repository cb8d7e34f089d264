/** Task plans (目标任务): everyone's in a list, and one member's with its versions. */
import { z } from 'zod';
import { asking, heading, pointsText, yearPath } from './wire.ts';

const id = z.string().min(1).max(100);

export const taskLine = z.object({
  /** Null: a new task. */
  taskId: id.nullable(),
  kind: z.enum(['assigned', 'pledge']),
  period: z.int().min(1).max(12),
  points: pointsText,
  wording: z.string().max(2000),
  standard: z.string().max(2000),
});
export type TaskLine = z.infer<typeof taskLine>;

const mark = z.object({ period: z.int().nullable(), label: z.string(), result: z.string() });

const planRow = heading.extend({
  number: z.string(),
  group: z.string().nullable(),
  leader: z.string().nullable(),
  state: heading,
  /** Of the latest version; 0 before there is one. */
  version: z.int(),
  /** A change of the plan in force is under way. */
  changing: z.boolean(),
  draft: z.boolean(),
  /** Planned points of each period of the latest version; null: the period does not count. */
  sums: z.array(pointsText.nullable()),
  /** What is missing, or who acts next and why. */
  next: z.string(),
  marks: z.array(mark),
  /** Acts the reader may do now. */
  may: z.array(z.string()),
});
export type PlanRow = z.infer<typeof planRow>;

const frame = z.object({ share: pointsText, labels: z.array(z.string()), example: z.boolean() });

const plans = frame.extend({
  members: z.array(planRow),
  states: z.array(heading),
  /** Abilities that need no member: proposing for the branch, importing marks. */
  abilities: z.array(z.string()),
});
export type PlansPage = z.infer<typeof plans>;

const planVersion = z.object({
  version: z.int(),
  tasks: z.array(taskLine),
  /** What happened to it, in order: who, when, in which capacity, with its words. */
  history: z.array(z.string()),
  approved: z.boolean(),
  reason: z.string().nullable(),
});
export type PlanVersionLine = z.infer<typeof planVersion>;

const plan = frame.extend({
  member: planRow,
  counted: z.array(z.int()),
  decided: z.array(z.int()),
  versions: z.array(planVersion),
  inForce: z.int().nullable(),
  draft: z
    .object({ version: z.int(), tasks: z.array(taskLine), savedAt: z.string(), savedBy: z.string() })
    .nullable(),
  /** The plan that was in force last year; empty when there was none. */
  lastYear: z.array(taskLine),
  streamVersion: z.int(),
});
export type PlanPage = z.infer<typeof plan>;

const place = '/books/{organisation}/years/{year}';

export const plansScreen = {
  plans: asking('readPlan')
    .route({ method: 'GET', path: `${place}/plans`, summary: '全体党员的目标任务' })
    .input(yearPath)
    .output(plans),
  plan: asking('readPlan')
    .route({ method: 'GET', path: `${place}/plans/{member}`, summary: '一名党员的目标任务' })
    .input(yearPath.extend({ member: id }))
    .output(plan),
  /** For copying: every plan in force that year. */
  plansInForce: asking('readPlan')
    .route({ method: 'GET', path: `${place}/plans-in-force`, summary: '这一年已批准的目标任务' })
    .input(yearPath)
    .output(z.object({ plans: z.array(z.object({ member: id, tasks: z.array(taskLine) })) })),
};
