/** 评议定分 (An1.5): what the meeting decided of each member, none left undecided (G15), whoever it is about not voting (G36). */
import { yearBook } from '../../domain/fact.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { decisionRefusal } from '../../domain/round/appraisal.ts';
import type { Appraisal } from '../../domain/round/matter.ts';
import { recusalRefusal, voteRefusal } from '../../domain/round/meeting.ts';
import type { Making, NewFact } from '../step.ts';
import { tasksDue, type WordedTask } from './dueTasks.ts';
import { meetingFor } from './meetingFor.ts';
import { meetingPaperKind } from './meetingPaper.ts';
import { forEach, inRound, matterFor, roundStep } from './roundStep.ts';
import type { Here, RoundState } from './roundState.ts';

export type DecisionOn = Pick<Appraisal, 'tasks' | 'bonuses' | 'deductions'> & {
  readonly personId: string;
  /** Why it differs from the three inputs, when it does. */
  readonly words: string;
};

export type Appraise = Here & {
  readonly type: 'appraise';
  readonly meetingId: string;
  readonly decisions: readonly (DecisionOn & Pick<Appraisal, 'votes' | 'recused'>)[];
};

export type DueByPerson = ReadonlyMap<string, readonly WordedTask[]>;

/** Refuses a meeting that is not of this round (meetingUnknown), votes and recusals that do not fit it, and whatever decisionRefusal names. */
export const appraiseStep = decidingStep<Appraise>('appraise', decisionFacts);

type Deciding = Here & { readonly type: string; readonly decisions: readonly DecisionOn[] };

/** A step that decides on many, each by `factsOf`; the drafts of what is decided are handed in with it. */
export function decidingStep<Command extends Deciding>(
  ability: 'appraise' | 'decideTie',
  factsOf: (
    command: Command,
    decision: Command['decisions'][number],
    state: RoundState,
    due: DueByPerson,
    making: Making,
  ) => readonly NewFact[] | Refusal,
) {
  const peopleOf = ({ decisions }: Command) => decisions.map(({ personId }) => personId);
  return roundStep<Command, DueByPerson>({
    ability,
    about: peopleOf,
    reads: 'matters',
    more: (tx, command) => tasksDue(tx, command, peopleOf(command)),
    decide: (command, state, due, making) => {
      const facts = forEach(command.decisions, (decision: Command['decisions'][number]) =>
        factsOf(command, decision, state, due, making),
      );
      if (isRefusal(facts)) return facts;
      const kind = meetingPaperKind(command);
      const handedIn = peopleOf(command).map((paperId) => ({ kind, paperId }));
      return { facts, handedIn, outcome: { appraised: facts.length } };
    },
  });
}

function decisionFacts(
  command: Appraise,
  decision: Appraise['decisions'][number],
  state: RoundState,
  due: DueByPerson,
  making: Making,
): readonly NewFact[] | Refusal {
  const { personId, tasks, bonuses, deductions, votes, recused } = decision;
  const matter = matterFor(state, command, personId, 'appraise', making);
  if (isRefusal(matter)) return matter;
  const meeting = meetingFor(state, command.meetingId, matter);
  if (isRefusal(meeting)) return meeting;
  const refusal =
    recusalRefusal(meeting.present, recused, personId) ??
    voteRefusal(votes, meeting.present.length, recused.length) ??
    decisionRefusal(matter, due.get(personId) ?? [], { tasks, bonuses, deductions }, meeting.on);
  if (refusal !== undefined) return { ...refusal, params: { ...refusal.params, person: personId } };
  return [appraised(command, { ...decision, meetingId: command.meetingId }, making)];
}

type Said = Appraise['decisions'][number] & Pick<Appraisal, 'meetingId' | 'decidedAbove'>;

/** The decision as it stands in the books; its words are sealed. */
export function appraised(here: Here, { words, ...decided }: Said, making: Making): NewFact {
  const text = making.seal(yearBook(here.year), { words });
  const { personId, meetingId, tasks, bonuses, deductions, votes, decidedAbove, recused } = decided;
  const fact = {
    type: 'appraised',
    v: 1,
    period: here.period,
    personId,
    meetingId,
    tasks: [...tasks],
    bonuses: [...bonuses],
    deductions: [...deductions],
    votes: { ...votes },
    ...(decidedAbove === true ? { decidedAbove } : {}),
    recused: [...recused],
    textHash: text.hash,
  } as const;
  return inRound(here, fact, text);
}
