/** 分管领导签注意见 (An1.3), for as many members as the leader signs at once; 未签 when nobody signed in time (G17). */
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { leaderMatter } from '../../domain/access/grant.ts';
import { isLeaderOf, whoLeads } from '../../domain/office/inCharge.ts';
import type { Acting } from '../../domain/office/substitute.ts';
import type { Opinion } from '../../domain/round/matter.ts';
import type { Decision, Making, NewFact } from '../step.ts';
import { tasksDue, type WordedTask } from './dueTasks.ts';
import { forEach, inRound, matterFor, roundStep } from './roundStep.ts';
import type { Here, RoundState } from './roundState.ts';
import { unansweredIn } from './unanswered.ts';

export type OpinionOn = {
  readonly personId: string;
  readonly tasks: Opinion['tasks'];
  readonly quality: Opinion['quality'];
  readonly words: string;
};

export type GiveOpinions = Here & {
  readonly type: 'giveOpinions';
  /** Neither done nor undone: nobody signed within the days the measure gives. Tasks and quality are then left empty. */
  readonly unsigned: boolean;
  readonly opinions: readonly OpinionOn[];
};

type Due = ReadonlyMap<string, readonly WordedTask[]>;

/** Refuses a task left without a word (taskUndecided) or not planned (taskUnknown), and 未签 before the leader's days are over (opinionPending). */
export const giveOpinionsStep = roundStep<GiveOpinions, Due>({
  ability: 'giveOpinion',
  about: ({ opinions }) => opinions.map(({ personId }) => personId),
  reads: 'matters',
  unanswered: ({ round }, { opinions }, today) =>
    unansweredIn(
      round,
      opinions.map(({ personId }) => personId),
      today,
    ),
  more: (tx, command) =>
    tasksDue(
      tx,
      command,
      command.opinions.map(({ personId }) => personId),
    ),
  decide,
});

function decide(command: GiveOpinions, state: RoundState, due: Due, making: Making): Decision | Refusal {
  const facts = forEach(command.opinions, (opinion) => opinionFacts(command, opinion, state, due, making));
  return isRefusal(facts) ? facts : { facts, outcome: { signed: facts.length } };
}

function opinionFacts(
  command: GiveOpinions,
  { personId, tasks, quality, words }: OpinionOn,
  state: RoundState,
  due: Due,
  making: Making,
): readonly NewFact[] | Refusal {
  const matter = matterFor(state, command, personId, 'giveOpinion', making);
  if (isRefusal(matter)) return matter;
  const refusal = command.unsigned
    ? unsignedRefusal(state, making)
    : wordsRefusal(due.get(personId) ?? [], tasks, quality);
  if (refusal !== undefined) return { ...refusal, params: { ...refusal.params, person: personId } };
  const as = capacityOf(personId, making);
  const text = making.seal(`year-${command.year}`, { words });
  const fact = {
    type: 'opinionGiven',
    v: 1,
    period: command.period,
    personId,
    tasks: command.unsigned ? [] : [...tasks],
    quality: command.unsigned ? null : quality,
    unsigned: command.unsigned,
    as: as === 'nobody' ? 'above' : as,
    textHash: text.hash,
  } as const;
  return [inRound(command, fact, text)];
}

/** A leader who signs late is still the leader. */
function capacityOf(personId: string, { actor, object }: Making): Acting['as'] {
  const matter = leaderMatter(object);
  const isLeader = actor.kind === 'person' && actor.offices.some((one) => isLeaderOf(one, personId, matter));
  return isLeader ? 'holder' : whoLeads(personId, matter).as;
}

function unsignedRefusal({ round }: RoundState, { today }: Making): Refusal | undefined {
  const until = round.opened?.opinionUntil;
  return until !== undefined && today > until
    ? undefined
    : refuse('opinionPending', 'An1.3', { until: until ?? '' });
}

function wordsRefusal(
  due: readonly WordedTask[],
  tasks: OpinionOn['tasks'],
  quality: OpinionOn['quality'],
): Refusal | undefined {
  const missing = due.filter(({ taskId }) => !tasks.some((one) => one.taskId === taskId)).length;
  if (missing > 0 || (due.length > 0 && quality === null))
    return refuse('taskUndecided', 'An1.3', { count: missing });
  return tasks.length === due.length ? undefined : refuse('taskUnknown', 'An1.3', {});
}
