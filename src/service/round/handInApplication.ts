/** 党员申请 (An1.3): how far the quarter's tasks came, and the bonuses claimed, by the member or written down for them. */
import { isOwn } from '../../domain/access/grant.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { applicationPaper } from './applicationPaper.ts';
import { amountOf, bonusRefusal, type ClaimedBonus, claimRefusal, type HandInApplication } from './claims.ts';
import { broughtTo, citedRefusal } from '../evidence/citedRefusal.ts';
import type { EvidenceRow } from '../ports/evidence.ts';
import type { Decision, Making } from '../step.ts';
import { tasksDue, type WordedTask } from './dueTasks.ts';
import { inRound, matterFor, roundStep } from './roundStep.ts';
import type { RoundState } from './roundState.ts';

/** What the application's text row keeps. */
export type ApplicationWords = {
  readonly tasks: Readonly<Record<string, string>>;
  readonly bonuses: Readonly<Record<string, Pick<ClaimedBonus, 'reason' | 'document' | 'achievement'>>>;
  readonly selfReported: string | null;
  readonly onBehalf: HandInApplication['onBehalf'];
};

type Due = ReadonlyMap<string, readonly WordedTask[]>;
type More = { readonly due: Due; readonly salt: string; readonly brought: readonly EvidenceRow[] };

/** Refuses one's own application as if somebody had helped (ownHelper), another's without saying who did (missing-helper), what the table does not allow, tasks that are not the plan's (taskUnknown, taskUndecided), claims beyond it, evidence nobody brought, and a bonus the measure would not post. */
export const handInApplicationStep = roundStep<HandInApplication, More>({
  ability: 'applyPoints',
  about: ({ personId }) => [personId],
  reads: 'matters',
  more: async (tx, command) => ({
    due: await tasksDue(tx, command, [command.personId]),
    salt: (await tx.person(command.organisationId, command.personId))?.salt ?? '',
    brought: await broughtTo(tx, command, 'claim'),
  }),
  decide,
});

function decide(
  command: HandInApplication,
  state: RoundState,
  { due, salt, brought }: More,
  making: Making,
): Decision | Refusal {
  const { personId, tasks, bonuses, onBehalf, selfReported, year, period } = command;
  const matter = helperRefusal(command, making) ?? matterFor(state, command, personId, 'apply', making);
  if (isRefusal(matter)) return matter;
  const refusal =
    claimRefusal(due.get(personId) ?? [], tasks) ??
    bonusRefusal(command, state) ??
    claimedFilesRefusal(command, brought);
  if (refusal !== undefined) return refusal;
  const claimed = bonuses.map((bonus) => ({ ...bonus, bonusId: making.newId() }));
  const words: ApplicationWords = {
    tasks: Object.fromEntries(tasks.map((task) => [task.taskId, task.words])),
    bonuses: Object.fromEntries(
      claimed.map(({ bonusId, reason, document, achievement }) => [
        bonusId,
        { reason, document, achievement },
      ]),
    ),
    selfReported,
    onBehalf,
  };
  const book = `year-${year}`;
  const text = making.seal(book, words);
  const late = making.today > (state.round.opened?.applyUntil ?? making.today);
  const fact = {
    type: 'applicationHandedIn',
    v: 1,
    period,
    personId,
    tasks: tasks.map(({ taskId, done, claimed: points }) => ({ taskId, done, claimed: points })),
    bonuses: claimed.map(({ bonusId, item, day, achievement, evidence }) => ({
      bonusId,
      item,
      day,
      amount: amountOf(state, item),
      achievement:
        achievement === null ? null : making.digest(book, salt, { kind: 'achievement', key: achievement }),
      evidence: [...evidence],
    })),
    onBehalf: onBehalf !== null,
    late,
    textHash: text.hash,
  } as const;
  return {
    facts: [inRound(command, fact, text)],
    handedIn: [applicationPaper(command, personId)],
    outcome: { late },
  };
}

/** Whether a member's application is their own word is said by who hands it in (promise X8). */
function helperRefusal({ onBehalf }: HandInApplication, { actor, object }: Making): Refusal | undefined {
  if (actor.kind === 'person' && isOwn(actor, object))
    return onBehalf === null ? undefined : refuse('ownHelper', 'An1.3');
  return (onBehalf?.helper ?? '').trim() === '' ? refuse('missing-helper', 'An1.3') : undefined;
}

/** One certificate may support several claims. */
const claimedFilesRefusal = ({ bonuses }: HandInApplication, brought: readonly EvidenceRow[]) =>
  bonuses.map(({ evidence }) => citedRefusal(evidence, brought)).find((refusal) => refusal !== undefined);
