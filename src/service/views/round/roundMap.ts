/** The map of branches by step: how many members' matters of each branch stand where, without a name. */
import { readFact, yearBook } from '../../../domain/fact.ts';
import type { Day } from '../../../domain/period.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { STATE_NAMES, type State } from '../../../domain/round/acts.ts';
import { type RoundFact, roundStream } from '../../../domain/round/facts.ts';
import { stateOn } from '../../../domain/round/matter.ts';
import { foldRound } from '../../../domain/round/round.ts';
import type { Reading } from '../../ports.ts';
import { branchesBelow } from '../overview.ts';

export type BranchRound = {
  readonly organisation: { readonly id: string; readonly name: string };
  /** Null: the branch has not begun this round. */
  readonly filingOn: Day | null;
  readonly people: number;
  readonly counts: Readonly<Record<State, number>>;
  /** Its submissions after the filing day. */
  readonly late: number;
};

export type RoundMap = {
  /** Periods of that year in which some branch has begun a round. */
  readonly periods: readonly number[];
  /** The one shown; null: none has begun. */
  readonly period: number | null;
  readonly branches: readonly BranchRound[];
};

/** `asked`: the period wanted; null: the latest begun. The number of queries does not grow with the branches. */
export async function roundMap(
  tx: Reading,
  organisationId: string,
  year: number,
  asked: number | null,
  today: Day,
): Promise<RoundMap | Refusal> {
  const branches = await branchesBelow(tx, organisationId);
  if (isRefusal(branches)) return branches;
  const ids = branches.map((one) => one.organisationId);
  const book = yearBook(year);
  const common = await tx.factsIn(ids, book, ['round:%']);
  const openings = common.map((row) => readFact(row)).filter((fact) => fact.type === 'roundOpened');
  const periods = [...new Set(openings.map(({ period }) => period))].toSorted((a, b) => a - b);
  const period = asked ?? periods.at(-1) ?? null;
  const matters = period === null ? [] : await tx.factsIn(ids, book, [`matter:${period}:%`]);
  const here = common.filter(({ stream }) => period !== null && stream === roundStream(period));
  const facts = Map.groupBy([...here, ...matters], (row) => row.organisationId);
  return {
    periods,
    period,
    branches: branches.map(({ organisationId: id, name }) => {
      const rows = (facts.get(id) ?? []).toSorted((a, b) => a.seq - b.seq);
      const round = foldRound(rows.map((row) => ({ fact: readFact(row) as RoundFact, seq: row.seq })));
      const states = [...round.matters.values()].map((matter) => stateOn(matter, today));
      const count = (state: State) => states.filter((one) => one === state).length;
      return {
        organisation: { id, name },
        filingOn: round.opened?.filingOn ?? null,
        people: states.length,
        counts: Object.fromEntries(STATE_NAMES.map((state) => [state, count(state)])) as Record<
          State,
          number
        >,
        late: round.submissions.filter((one) => one.late).length,
      };
    }),
  };
}
