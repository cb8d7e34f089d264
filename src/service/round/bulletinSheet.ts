/** What a bulletin tells of a round in figures (4.2): of whoever is registered, with the others counted as still to come (待定, G37). */
import { parseSignedPoints, ZERO } from '../../domain/points.ts';
import { type BulletinFigures, bulletinFigures } from '../../domain/round/bulletin.ts';
import { isRegistered } from '../../domain/round/matter.ts';
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

/** `state`: of the whole round. */
export async function bulletinSheet(tx: Reading, here: Here, state: RoundState): Promise<BulletinSheet> {
  const { policy, round, members } = state;
  const matters = [...round.matters.values()];
  const registered = matters.filter(isRegistered);
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
      return member === undefined
        ? []
        : [{ type: member.type, points: parseSignedPoints(line.points) ?? ZERO }];
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
