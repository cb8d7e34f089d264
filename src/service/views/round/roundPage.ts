/** The branch's round on one page: its days, where everybody stands, its meetings, notices and submissions. */
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { Day } from '../../../domain/period.ts';
import { STATE_NAMES, type State, STATES } from '../../../domain/round/acts.ts';
import { awaitingAnswer, openObjections, stateOn } from '../../../domain/round/matter.ts';
import type { Round } from '../../../domain/round/round.ts';
import { personOf } from '../../personOf.ts';
import type { PersonRow, Reading } from '../../ports.ts';
import { noticeLines } from '../../round/noticeLines.ts';
import { type Here, loadRound } from '../../round/roundState.ts';

export type RoundLine = {
  readonly personId: string;
  readonly number: string;
  readonly name: string;
  readonly group: string | null;
  readonly state: State;
  /** Two decimals, as decided and as the ledger shows or will show them; null before the appraisal. */
  readonly points: string | null;
  readonly late: boolean;
  readonly unsigned: boolean;
  /** Deductions that wait for the member's answer, and objections that wait for the branch's. */
  readonly unanswered: number;
  readonly objections: number;
};

export type RoundPage = {
  readonly label: string;
  readonly opened: Round['opened'];
  readonly lines: readonly RoundLine[];
  readonly counts: readonly { readonly state: State; readonly name: string; readonly count: number }[];
  readonly meetings: Round['meetings'];
  readonly notices: Round['notices'];
  readonly submissions: Round['submissions'];
  readonly bulletins: Round['bulletins'];
};

/** In the order of the members' numbers. A round that is not open has no lines. */
export async function roundPage(tx: Reading, here: Here, today: Day): Promise<RoundPage | Refusal> {
  const state = await loadRound(tx, here);
  if (isRefusal(state)) return state;
  const { policy, round } = state;
  const decided = [...round.matters.values()].filter(({ appraisal }) => appraisal !== null);
  const shown = await noticeLines(
    tx,
    here,
    state,
    decided.map(({ personId }) => personId),
  );
  const points = new Map(shown.map((line) => [line.personId, line.points]));
  const rows = (await tx.persons(here.organisationId, {})).filter(({ personId }) =>
    round.matters.has(personId),
  );
  const lines = rows
    .toSorted((a, b) => (a.number < b.number ? -1 : 1))
    .map((row) => lineOf(row, round, points, today));
  return {
    label: policy.periods.labels[here.period - 1] ?? `第${here.period}${policy.periods.name}`,
    opened: round.opened,
    lines,
    counts: STATE_NAMES.map((name) => ({
      state: name,
      name: STATES[name],
      count: lines.filter((line) => line.state === name).length,
    })),
    meetings: round.meetings,
    notices: round.notices,
    submissions: round.submissions,
    bulletins: round.bulletins,
  };
}

function lineOf(row: PersonRow, round: Round, points: ReadonlyMap<string, string>, today: Day): RoundLine {
  const matter = round.matters.get(row.personId);
  if (matter === undefined) throw new Error('asked for somebody outside the round');
  return {
    personId: row.personId,
    number: row.number,
    name: row.name,
    group: personOf(row).group,
    state: stateOn(matter, today),
    points: points.get(row.personId) ?? null,
    late: matter.application?.late ?? false,
    unsigned: matter.opinion?.unsigned ?? false,
    unanswered: awaitingAnswer(matter, today).length,
    objections: openObjections(matter).length,
  };
}
