// Task plans for the tests: a plan that sums, its commands, and where a member's plan stands.
import type { Policy } from '../../src/domain/policy/policy.ts';
import type { World } from '../../src/service/ports.ts';
import type {
  AgreePlans,
  ApprovePlans,
  DraftTask,
  ProposePlans,
} from '../../src/service/taskPlan/commands.ts';
import { plansOf } from '../../src/service/taskPlan/planRegister.ts';
import { planMeasure } from '../../src/domain/taskPlan/content.ts';
import { points } from '../../src/domain/points.ts';
import { type TaskPlan, NO_PLAN } from '../../src/domain/taskPlan/plan.ts';
import { BRANCH, day, POLICY, YEAR } from './branch.ts';

const measure = planMeasure(POLICY);
if (measure === undefined) throw new Error(`${(POLICY as Policy).title} has no plan`);
const { share, labels } = measure;

/** One task a quarter that holds the whole share, unless more is said of some quarter's. */
export const tasks = (more: Readonly<Record<number, Partial<DraftTask>>> = {}): DraftTask[] =>
  labels.map((label, index) => ({
    taskId: null,
    kind: 'assigned',
    period: index + 1,
    points: points(share),
    wording: `${label}预算执行分析`,
    standard: '季末前报送，数字准确',
    ...more[index + 1],
  }));

const place = { organisationId: BRANCH, year: YEAR } as const;

export const proposing = (
  people: readonly string[],
  said: { tasks?: readonly DraftTask[]; reason?: string } = {},
): ProposePlans => ({
  type: 'proposePlans',
  ...place,
  plans: people.map((personId) => ({ personId, tasks: said.tasks ?? tasks() })),
  reason: said.reason ?? null,
});

export const agreeing = (
  as: 'Member' | 'Leader',
  people: readonly string[],
  version = 1,
  signedOn: string | null = null,
): AgreePlans => ({
  type: `agreePlansAs${as}`,
  ...place,
  plans: people.map((personId) => ({ personId, version })),
  signedOn: signedOn === null ? null : day(signedOn),
});

export const approving = (people: readonly string[], version = 1): ApprovePlans => ({
  type: 'approvePlans',
  ...place,
  plans: people.map((personId) => ({ personId, version })),
  heldOn: day('2026-01-12'),
  record: '2026年1月12日支部党员大会，应到3人实到3人，一致通过',
});

export const returning = (as: 'Member' | 'Leader' | 'Branch', people: readonly string[], version = 1) =>
  ({
    type: `returnPlansAs${as}`,
    ...place,
    plans: people.map((personId) => ({ personId, version })),
    reason: '第三季度的标准写得不清楚',
  }) as const;

export async function planOf(world: World, personId: string): Promise<TaskPlan> {
  return (await world.store.read((tx) => plansOf(tx, BRANCH, YEAR, [personId]))).get(personId) ?? NO_PLAN;
}
