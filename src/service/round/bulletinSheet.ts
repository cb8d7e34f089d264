/** What a bulletin tells of a round in figures (4.2): of whoever is registered, with the others counted as still to come (待定, G37). */
import { parsePoints, type Points, points, ZERO } from '../../domain/points.ts';
import type { State } from '../../domain/round/acts.ts';
import { type BulletinFigures, bulletinFigures } from '../../domain/round/bulletin.ts';
import type { Reading } from '../ports.ts';
import { noticeLines } from './noticeLines.ts';
import type { Here, RoundState } from './roundState.ts';

export type BulletinSheet = BulletinFigures & {
  readonly people: number;
  readonly registered: number;
  readonly pending: number;
  /** Of how many objections: `changed` led to points decided anew, `kept` did not, `open` still wait for their answer. */
  readonly objections: {
    readonly received: number;
    readonly changed: number;
    readonly kept: number;
    readonly open: number;
  };
  /** 逾期: applications after their day, opinions nobody signed, submissions after the filing day. */
  readonly late: { readonly applications: number; readonly unsigned: number; readonly submissions: number };
};

/** Their points stand in the ledger, and nobody has sent them back. */
const REGISTERED: readonly State[] = ['registered', 'submitted', 'reviewed', 'filed'];

/** `state`: of the whole round. */
export async function bulletinSheet(tx: Reading, here: Here, state: RoundState): Promise<BulletinSheet> {
  const { policy, round, members } = state;
  const matters = [...round.matters.values()];
  const registered = matters.filter((matter) => REGISTERED.includes(matter.state));
  const lines = await noticeLines(
    tx,
    here,
    state,
    registered.map(({ personId }) => personId),
  );
  const figures = bulletinFigures(
    policy,
    lines.flatMap((line) => {
      const member = members.get(line.personId);
      return member === undefined ? [] : [{ type: member.type, points: signed(line.points) }];
    }),
  );
  const objections = matters.flatMap((matter) => matter.objections);
  const answered = (changed: boolean | null) => objections.filter((one) => one.changed === changed).length;
  return {
    ...figures,
    people: matters.length,
    registered: registered.length,
    pending: matters.length - registered.length,
    objections: {
      received: objections.length,
      changed: answered(true),
      kept: answered(false),
      open: answered(null),
    },
    late: {
      applications: matters.filter(({ application }) => application?.late === true).length,
      unsigned: matters.filter(({ opinion }) => opinion?.unsigned === true).length,
      submissions: round.submissions.filter(({ late }) => late).length,
    },
  };
}

/** As a notice shows them, a minus among them. */
function signed(text: string): Points {
  const size = parsePoints(text.replace(/^-/, '')) ?? ZERO;
  return text.startsWith('-') ? points(0 - size) : size;
}
