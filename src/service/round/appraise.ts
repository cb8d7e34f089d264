/** 评议定分 (An1.5): what the meeting decided of each member, none left undecided (G15), whoever it is about not voting (G36). */
import { yearBook } from '../../domain/fact.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { decisionRefusal } from '../../domain/round/appraisal.ts';
import type { Appraisal } from '../../domain/round/matter.ts';
import { recusalRefusal, tieRefusal, voteRefusal } from '../../domain/round/meeting.ts';
import type { Decision, Making, NewFact } from '../step.ts';
import { tasksDue, type WordedTask } from './dueTasks.ts';
import { meetingPaperKind } from './meetingPaper.ts';
import { forEach, inRound, matterFor, roundStep } from './roundStep.ts';
import type { Here, RoundState } from './roundState.ts';

export type DecisionOn = Pick<Appraisal, 'tasks' | 'bonuses' | 'deductions' | 'votes' | 'recused'> & {
  readonly personId: string;
  /** Why it differs from the three inputs, when it does. */
  readonly words: string;
};

type Decisions<Type extends string> = Here & {
  readonly type: Type;
  readonly meetingId: string;
  readonly decisions: readonly DecisionOn[];
};
export type Appraise = Decisions<'appraise'>;
/** G36: what was discussed again and tied again, as the organisation above decides it. */
export type DecideTies = Decisions<'decideTies'>;

type Due = ReadonlyMap<string, readonly WordedTask[]>;

/** Refuses a meeting that is not of this round (meetingUnknown), votes and recusals that do not fit it, and whatever decisionRefusal names. */
export const appraiseStep = stepOf<Appraise>('appraise');
/** The same, of tied votes alone (notTied). */
export const decideTiesStep = stepOf<DecideTies>('decideTie');

function stepOf<Command extends Appraise | DecideTies>(ability: 'appraise' | 'decideTie') {
  return roundStep<Command, Due>({
    ability,
    about: ({ decisions }) => decisions.map(({ personId }) => personId),
    reads: 'matters',
    more: (tx, command) =>
      tasksDue(
        tx,
        command,
        command.decisions.map(({ personId }) => personId),
      ),
    decide,
  });
}

function decide(
  command: Appraise | DecideTies,
  state: RoundState,
  due: Due,
  making: Making,
): Decision | Refusal {
  const facts = forEach(command.decisions, (decision) =>
    decisionFacts(command, decision, state, due, making),
  );
  if (isRefusal(facts)) return facts;
  const kind = meetingPaperKind(command);
  const handedIn = command.decisions.map(({ personId: paperId }) => ({ kind, paperId }));
  return { facts, handedIn, outcome: { appraised: facts.length } };
}

function decisionFacts(
  command: Appraise | DecideTies,
  { personId, tasks, bonuses, deductions, votes, recused, words }: DecisionOn,
  state: RoundState,
  due: Due,
  making: Making,
): readonly NewFact[] | Refusal {
  const matter = matterFor(state, command, personId, 'appraise', making);
  if (isRefusal(matter)) return matter;
  const meeting = state.round.meetings.find(({ meetingId }) => meetingId === command.meetingId);
  if (meeting === undefined) return refuse('meetingUnknown', 'An1.5', {});
  const isTie = command.type === 'decideTies';
  // what has been reopened since needs a meeting of its own
  const refusal =
    (matter.appraisal !== null && meeting.seq < matter.appraisal.seq
      ? refuse('meetingOver', 'An1.6', { on: meeting.on })
      : undefined) ??
    recusalRefusal(meeting.present, recused, personId) ??
    (isTie ? tieRefusal : voteRefusal)(votes, meeting.present.length, recused.length) ??
    decisionRefusal(matter, due.get(personId) ?? [], { tasks, bonuses, deductions }, meeting.on);
  if (refusal !== undefined) return { ...refusal, params: { ...refusal.params, person: personId } };
  const text = making.seal(yearBook(command.year), { words });
  const fact = {
    type: 'appraised',
    v: 1,
    period: command.period,
    personId,
    meetingId: command.meetingId,
    tasks: [...tasks],
    bonuses: [...bonuses],
    deductions: [...deductions],
    votes: { ...votes },
    ...(isTie ? { decidedAbove: true as const } : {}),
    recused: [...recused],
    textHash: text.hash,
  } as const;
  return [inRound(command, fact, text)];
}
