/** 考核登记 (An1.4): the scorekeeper's sheet, handed in for as many members as it holds; its draft is a working paper until then. */
import { yearBook } from '../../domain/fact.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Points } from '../../domain/points.ts';
import { taskRefusal } from '../../domain/round/appraisal.ts';
import type { Decision, Making, NewFact } from '../step.ts';
import { tasksDue, type WordedTask } from './dueTasks.ts';
import { forEach, inRound, matterFor, roundStep } from './roundStep.ts';
import type { Here, RoundState } from './roundState.ts';

export type SheetLine = {
  readonly personId: string;
  readonly tasks: readonly { readonly taskId: string; readonly points: Points }[];
  readonly words: string;
};

export type HandInAssessments = Here & {
  readonly type: 'handInAssessments';
  readonly lines: readonly SheetLine[];
};

type Due = ReadonlyMap<string, readonly WordedTask[]>;

/** Refuses a planned task without points on the sheet, and points beyond its plan. */
export const handInAssessmentsStep = roundStep<HandInAssessments, Due>({
  ability: 'assess',
  about: ({ lines }) => lines.map(({ personId }) => personId),
  reads: 'matters',
  more: (tx, command) =>
    tasksDue(
      tx,
      command,
      command.lines.map(({ personId }) => personId),
    ),
  decide,
});

function decide(command: HandInAssessments, state: RoundState, due: Due, making: Making): Decision | Refusal {
  const facts = forEach(command.lines, (line) => lineFacts(command, line, state, due, making));
  if (isRefusal(facts)) return facts;
  const { year, period, lines } = command;
  const handedIn = lines.map(({ personId }) => ({ kind: `assessment-${year}-${period}`, paperId: personId }));
  return { facts, handedIn, outcome: { assessed: lines.length } };
}

function lineFacts(
  command: HandInAssessments,
  { personId, tasks, words }: SheetLine,
  state: RoundState,
  due: Due,
  making: Making,
): readonly NewFact[] | Refusal {
  const matter = matterFor(state, command, personId, 'assess', making);
  if (isRefusal(matter)) return matter;
  const refusal = taskRefusal(due.get(personId) ?? [], tasks);
  if (refusal !== undefined) return { ...refusal, params: { ...refusal.params, person: personId } };
  const text = making.seal(yearBook(command.year), { words });
  const { period } = command;
  const fact = {
    type: 'assessmentHandedIn',
    v: 1,
    period,
    personId,
    tasks: [...tasks],
    textHash: text.hash,
  } as const;
  return [inRound(command, fact, text)];
}
