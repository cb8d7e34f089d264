/** What a decision puts into the ledger: each task decided, each bonus accepted, each deduction upheld, with the words it was asked with. */
import type { Policy } from '../../domain/policy/policy.ts';
import { ZERO } from '../../domain/points.ts';
import type { Appraisal, Matter } from '../../domain/round/matter.ts';
import type { Day } from '../../domain/period.ts';
import type { Posting } from '../posting.ts';
import type { ApplicationWords } from './handInApplication.ts';
import type { WordedTask } from './dueTasks.ts';
import type { ProposalWords } from './proposeDeduction.ts';

/** `keys` are the digests by which the ledger tells one incident or achievement from another. */
export type DecidedPosting = Posting & {
  readonly keys: { readonly incident: string | null; readonly achievement: string | null };
};

/** Texts of the matter's facts, by seq; what is not there was lawfully destroyed. */
export type MatterTexts = ReadonlyMap<number, unknown>;

/**
 * In the order of the plan, the application and the proposals. `on`: the meeting's day, which is the day of the task points.
 * A task decided at nothing is an entry too: the record shows that it was decided.
 */
export function decidedPostings(
  policy: Policy,
  period: number,
  matter: Matter,
  { due, texts, on }: { readonly due: readonly WordedTask[]; readonly texts: MatterTexts; readonly on: Day },
): DecidedPosting[] {
  const { appraisal } = matter;
  if (appraisal === null) return [];
  const item = policy.items.find(({ group }) => group === 'task')?.id ?? '';
  const wording = new Map(due.map((task) => [task.taskId, task.wording]));
  const tasks = appraisal.tasks.map(
    ({ taskId, points, expected }): DecidedPosting => ({
      ...NOTHING,
      item,
      day: on,
      period,
      amount: points,
      reason: reasonOf(wording.get(taskId), expected),
    }),
  );
  return [
    ...tasks,
    ...acceptedBonuses(matter, appraisal, period, texts),
    ...upheldDeductions(policy, matter, appraisal, period, texts),
  ];
}

/** What falls due after the meeting stands in the books as 预计 (G15). */
const reasonOf = (wording: string | undefined, expected: true | undefined) =>
  wording === undefined ? null : `${wording}${expected === true ? '（预计）' : ''}`;

const NOTHING = {
  reason: null,
  evidence: null,
  supplier: null,
  incident: null,
  achievement: null,
  keys: { incident: null, achievement: null },
} as const;

function acceptedBonuses(
  { application }: Matter,
  appraisal: Appraisal,
  period: number,
  texts: MatterTexts,
): DecidedPosting[] {
  if (application === null) return [];
  const claimed = texts.get(application.seq) as ApplicationWords | undefined;
  const accepted = new Set(appraisal.bonuses.filter((one) => one.accepted).map(({ bonusId }) => bonusId));
  return application.bonuses
    .filter(({ bonusId }) => accepted.has(bonusId))
    .map(({ bonusId, item, day, amount, achievement: digest }) => {
      const { reason = null, document = null, achievement = null } = claimed?.bonuses[bonusId] ?? {};
      const keys = { incident: null, achievement: digest };
      return { ...NOTHING, item, day, period, amount, reason, evidence: document, achievement, keys };
    });
}

/** A ground of disqualification (3.4.3) is upheld like a deduction and carries no amount. */
function upheldDeductions(
  policy: Policy,
  { proposals }: Matter,
  appraisal: Appraisal,
  period: number,
  texts: MatterTexts,
): DecidedPosting[] {
  const grounds = new Set(policy.grounds.map(({ id }) => id));
  const upheld = new Set(
    appraisal.deductions.filter((one) => one.upheld).map(({ proposalId }) => proposalId),
  );
  return proposals
    .filter(({ proposalId, corrects }) => corrects === null && upheld.has(proposalId))
    .map(({ item, day, amount, seq, incident: digest }) => {
      const {
        reason = null,
        evidence = null,
        supplier = null,
        incident = null,
      } = (texts.get(seq) as ProposalWords | undefined) ?? {};
      const keys = { incident: digest, achievement: null };
      const size = grounds.has(item) ? ZERO : amount;
      return { ...NOTHING, item, day, period, amount: size, reason, evidence, supplier, incident, keys };
    });
}
