/** What surrounds a branch's round: its days with the working days left, the ten steps of annex 1, who may do what for whom. */
import type { Actor } from '../../../domain/access/actor.ts';
import { receiversOf, withoutReceiver } from '../../../domain/access/receivers.ts';
import { addDays } from '../../../domain/calendar/dayCount.ts';
import type { Holidays } from '../../../domain/calendar/holidays.ts';
import { countWorkdays } from '../../../domain/calendar/workdays.ts';
import { type Day, firstDay, lastDay } from '../../../domain/period.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import { stateOn } from '../../../domain/round/matter.ts';
import type { Round } from '../../../domain/round/round.ts';
import { stepNow, type StepNow } from '../../../domain/round/steps.ts';
import { accessObject } from '../../accessObject.ts';
import type { Reading } from '../../ports.ts';
import { type Here, loadRound } from '../../round/roundState.ts';
import { waitingObjections } from '../../round/waitingObjection.ts';
import { roundDays } from '../../round/roundDays.ts';
import { type AbilitiesIn, abilitiesIn } from './abilitiesIn.ts';

export type Term = {
  readonly id: 'application' | 'opinion' | 'appraisal' | 'filing';
  readonly until: Day;
  /** Working days after today up to it; 0 today; null: past. */
  readonly left: number | null;
};

export type RoundDesk = {
  readonly label: string;
  readonly today: Day;
  readonly first: Day;
  readonly last: Day;
  readonly terms: readonly Term[];
  readonly steps: readonly (StepNow & Pick<Policy['procedure'][number], 'id' | 'clause' | 'name' | 'text'>)[];
  /** Working days a notice usually hangs, the least it may, and the least for points decided anew (G29, G30). */
  readonly noticeDays: { readonly usual: number; readonly least: number; readonly fresh: number };
  readonly may: AbilitiesIn;
  /** Who cannot be registered yet, because so many objections about them wait for their receiver; told to whoever registers them. */
  readonly waiting: readonly { readonly member: string; readonly count: number }[];
  /** Who could take an objection in, by name, and about whom nobody could; null: the reader drafts no notice. */
  readonly receiving: { readonly names: readonly string[]; readonly without: readonly string[] } | null;
};

type Asked = { readonly today: Day; readonly holidays: Holidays; readonly actor: Actor };

/** Refuses a year without books, and a period that it has not (periodUnknown). */
export async function roundDesk(
  tx: Reading,
  here: Here,
  { today, holidays, actor }: Asked,
): Promise<RoundDesk | Refusal> {
  const state = await loadRound(tx, here);
  if (isRefusal(state)) return state;
  const { policy, round } = state;
  const calendar = { year: here.year, count: policy.periods.count };
  if (here.period > calendar.count)
    return refuse('periodUnknown', '3.1', { period: here.period, last: calendar.count });
  const states = [...round.matters.values()].map((matter) => stateOn(matter, today));
  const days = roundDays(policy);
  const may = await abilitiesIn(tx, actor, here.organisationId, today);
  const registersOf = (member: string) =>
    (may.apart.get(member)?.abilities ?? may.general).includes('registerPoints');
  const registers = [...round.matters.keys()].filter(registersOf);
  const objected =
    registers.length === 0 ? new Map<string, number>() : await waitingObjections(tx, here, round.matters);
  const receiving = may.general.includes('draftNotice') ? await receivingIn(tx, here, today) : null;
  return {
    label: labelOf(policy, here.period),
    today,
    first: firstDay(calendar, here.period),
    last: lastDay(calendar, here.period),
    terms: termsOf(round, today, holidays),
    steps: policy.procedure.map(({ id, clause, name, text }) => ({
      id,
      clause,
      name,
      text,
      ...stepNow(clause, states),
    })),
    noticeDays: { usual: days.notice, least: days.leastNotice, fresh: days.freshNotice },
    may,
    receiving,
    waiting: registers.flatMap((member) => {
      const count = objected.get(member);
      return count === undefined ? [] : [{ member, count }];
    }),
  };
}

async function receivingIn(tx: Reading, { organisationId }: Here, today: Day) {
  const object = await accessObject(tx, organisationId, today);
  const names = await Promise.all(
    receiversOf(object).map(async (one) => (await tx.person(one.organisationId, one.personId))?.name ?? ''),
  );
  return { names, without: [...withoutReceiver(object)] };
}

export const labelOf = ({ periods }: Policy, period: number) =>
  periods.labels[period - 1] ?? `第${period}${periods.name}`;

function termsOf({ opened }: Round, today: Day, holidays: Holidays): Term[] {
  if (opened === null) return [];
  const { applyUntil, opinionUntil, appraisalOn, filingOn } = opened;
  const left = (until: Day) => (until < today ? null : countWorkdays(holidays, addDays(today, 1), until));
  return [
    { id: 'application', until: applyUntil, left: left(applyUntil) },
    { id: 'opinion', until: opinionUntil, left: left(opinionUntil) },
    { id: 'appraisal', until: appraisalOn, left: left(appraisalOn) },
    { id: 'filing', until: filingOn, left: left(filingOn) },
  ];
}
