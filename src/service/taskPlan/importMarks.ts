/** Takes in results of the unit's performance appraisal (绩效考核, An1.1): shown beside the plan, never points of their own. */
import { performanceStream, readFact, yearBook } from '../../domain/fact.ts';
import type { Chained } from '../../domain/ledger/envelope.ts';
import { parsePoints } from '../../domain/points.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { accessObject } from '../accessObject.ts';
import type { Reading } from '../ports.ts';
import type { Decision, Making, NewFact, Step } from '../step.ts';
import type { GivenMark, ImportMarks } from './commands.ts';
import { wordsOf } from './planRegister.ts';
import { allOrNone, loadPlans, type PlanState } from './planState.ts';

/** The text of a performanceMarked fact: the result as written, and why an earlier one was replaced. */
export type MarkText = { readonly result: string; readonly reason: string | null };

type State = PlanState & { readonly known: ReadonlyMap<string, string> };

const keyOf = ({ personId, period }: Pick<GivenMark, 'personId' | 'period'>) => `${personId} ${period ?? ''}`;

/**
 * Refuses what loadPlans does, a period the measure does not have, a result that is empty or too long, two of one member and period,
 * and another result than the one on record without a reason (markDiffers names the former). The same again changes nothing.
 */
export const importMarksStep: Step<ImportMarks, State> = {
  ability: 'importMarks',
  object: (tx, { organisationId }, today) => accessObject(tx, organisationId, today),
  books: ({ year }) => [yearBook(year)],
  subject: ({ year, marks }) => ({
    book: yearBook(year),
    stream: performanceStream(marks[0]?.personId ?? ''),
  }),
  load: async (tx, { organisationId, year, marks }, heads) => {
    const people = [...new Set(marks.map(({ personId }) => personId))];
    const state = await loadPlans(tx, { organisationId, year, people }, heads);
    if ('refused' in state) return state;
    const facts = await tx.factsOf(organisationId, yearBook(year), people.map(performanceStream));
    const known = new Map(
      (await marksIn(tx, organisationId, year, facts)).map((one) => [keyOf(one), one.result]),
    );
    return { ...state, known };
  },
  decide,
};

/** The marks of those facts with their words, the latest of each member and period. */
export async function marksIn(
  tx: Reading,
  organisationId: string,
  year: number,
  facts: readonly Chained[],
): Promise<(GivenMark & MarkText & { readonly at: string })[]> {
  const texts = await wordsOf<MarkText>(
    tx,
    organisationId,
    year,
    facts.map(({ seq }) => seq),
  );
  const marks = new Map<string, GivenMark & MarkText & { readonly at: string }>();
  for (const row of facts) {
    const fact = readFact(row);
    if (fact.type !== 'performanceMarked') continue;
    const { personId, period } = fact;
    const { result, reason } = texts.get(row.seq) ?? { result: '', reason: null };
    marks.set(keyOf(fact), { personId, period, result, reason, at: row.at });
  }
  return [...marks.values()];
}

const LONGEST_RESULT = 40;

function decide(command: ImportMarks, state: State, making: Making): Decision | Refusal {
  const { year, marks, reason } = command;
  const met = new Set<string>();
  const refused = allOrNone(
    state,
    marks.map((mark) => ({ personId: mark.personId, refusal: refusalOf(mark, state, met, reason) })),
  );
  if (refused !== undefined) return refused;
  const changed = marks.filter((mark) => state.known.get(keyOf(mark)) !== mark.result.trim());
  return {
    facts: changed.map((mark) =>
      marked(yearBook(year), mark, state.known.has(keyOf(mark)) ? reason : null, making),
    ),
    outcome: { marked: changed.length, same: marks.length - changed.length },
  };
}

function refusalOf(mark: GivenMark, { known, measure }: State, met: Set<string>, reason: string | null) {
  const result = mark.result.trim();
  if (mark.period !== null && measure.labels[mark.period - 1] === undefined)
    return refuse('markPeriod', null, { period: mark.period });
  if (result === '' || result.length > LONGEST_RESULT)
    return refuse('markResult', null, { most: LONGEST_RESULT });
  const key = keyOf(mark);
  if (met.has(key)) return refuse('markTwice', null);
  met.add(key);
  const former = known.get(key);
  if (former === undefined || former === result || (reason ?? '').trim() !== '') return undefined;
  return refuse('markDiffers', null, { former, result });
}

function marked(
  book: string,
  { personId, period, result }: GivenMark,
  reason: string | null,
  making: Making,
): NewFact {
  const written = result.trim();
  const text = making.seal(book, { result: written, reason });
  const mark = parsePoints(written) ?? null;
  return {
    book,
    stream: performanceStream(personId),
    text,
    fact: { type: 'performanceMarked', v: 1, personId, period, mark, textHash: text.hash },
  };
}
