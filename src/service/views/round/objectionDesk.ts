/** The receiver's desk: objections of an organisation as far as the reader may read them, and the notices one may object to. */
import type { AccessObject, Actor } from '../../../domain/access/actor.ts';
import { type Ability, can } from '../../../domain/access.ts';
import { addDays } from '../../../domain/calendar/dayCount.ts';
import type { Holidays } from '../../../domain/calendar/holidays.ts';
import { addWorkdays } from '../../../domain/calendar/workdays.ts';
import { yearBook } from '../../../domain/fact.ts';
import type { Day } from '../../../domain/period.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { settledIn, type Settled, UNSETTLED } from '../../objection/settled.ts';
import { accessObject } from '../../accessObject.ts';
import type { Reading } from '../../ports.ts';
import type { ObjectionRow } from '../../ports/objections.ts';
import type { NoticeWords } from '../../round/draftNotice.ts';
import { roundDays } from '../../round/roundDays.ts';
import { policyOf } from '../../viewRows.ts';
import { dueFrom } from './due.ts';
import { hangingNotices } from './hangingNotices.ts';
import { labelOf } from './roundDesk.ts';

export type Asked = { readonly actor: Actor; readonly today: Day; readonly holidays: Holidays };
type Years = ReadonlyMap<number, { readonly policy: Policy; readonly settled: ReadonlyMap<string, Settled> }>;

/** What is settled already is shown as far back as this. */
const MOST_SETTLED = 200;
/** Whatever was told on the last day may be written down some days after. */
const WRITTEN_LATER = 7;
const ORDER = ['waiting', 'received', 'answered', 'declined'] as const;

export async function objectionDesk(tx: Reading, organisationId: string, asked: Asked) {
  const object = await accessObject(tx, organisationId, asked.today);
  const mayAbout = (ability: Ability, personId: string) =>
    can(asked.actor, ability, { ...object, about: [personId] } satisfies AccessObject) === true;
  const rows = (await tx.objections(organisationId)).filter(({ personId }) =>
    mayAbout('readObjection', personId),
  );
  const years = await yearsOf(tx, organisationId, rows);
  const names = new Map((await tx.persons(organisationId, {})).map((one) => [one.personId, one.name]));
  const lines = rows.map((row) => ({ ...lineOf(row, years, asked), member: headed(row.personId, names) }));
  const open = lines.filter(({ due }) => due !== null);
  const settled = lines
    .filter(({ due }) => due === null)
    .slice(-MOST_SETTLED)
    .reverse();
  return {
    objections: [...open.toSorted(byDue), ...settled],
    notices: await noticesOf(tx, organisationId, asked.today, (personId) =>
      mayAbout('receiveObjection', personId),
    ),
  };
}

type Line = Omit<ReturnType<typeof lineOf>, 'member'>;

const byDue = (a: Line, b: Line) =>
  ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || ((a.due?.day ?? '') < (b.due?.day ?? '') ? -1 : 1);

const headed = (id: string, names: ReadonlyMap<string, string>) => ({ id, name: names.get(id) ?? '' });

export async function yearsOf(
  tx: Reading,
  organisationId: string,
  rows: readonly Pick<ObjectionRow, 'year'>[],
): Promise<Years> {
  const years = new Map<number, { policy: Policy; settled: ReadonlyMap<string, Settled> }>();
  for (const year of new Set(rows.map((row) => row.year))) {
    const policy = await tx.policy(organisationId, yearBook(year));
    if (policy === undefined) continue;
    years.set(year, {
      policy: policyOf(policy.content),
      settled: await settledIn(tx, organisationId, year),
    });
  }
  return years;
}

/** Without whose points it is about. What waits is due as if it had been taken in the day it came. */
export function lineOf(
  { objectionId, year, period, handedInOn, how }: ObjectionRow,
  years: Years,
  { today, holidays }: Asked,
) {
  const of = years.get(year);
  const { answerUntil, declined, answered } = of?.settled.get(objectionId) ?? UNSETTLED;
  const received = answerUntil === null ? 'waiting' : 'received';
  const state: (typeof ORDER)[number] =
    answered !== null ? 'answered' : declined !== null ? 'declined' : received;
  const days = of === undefined ? 0 : roundDays(of.policy).redetermination;
  const until = answerUntil ?? addWorkdays(holidays, handedInOn, days);
  return {
    id: objectionId,
    year,
    period,
    round: `${year} 年${of === undefined ? '' : labelOf(of.policy, period)}`,
    on: handedInOn,
    how,
    state,
    due: state === 'waiting' || state === 'received' ? dueFrom(until, today, holidays) : null,
    changed: answered?.changed ?? null,
  };
}

async function noticesOf(
  tx: Reading,
  organisationId: string,
  today: Day,
  mayAbout: (personId: string) => boolean,
) {
  const notices = [];
  for (const one of await hangingNotices(tx, organisationId, addDays(today, -WRITTEN_LATER))) {
    const { noticeId, year, period, from, until, draftedSeq } = one;
    const [text] = await tx.textsOf(organisationId, yearBook(year), [draftedSeq]);
    const policy = await tx.policy(organisationId, yearBook(year));
    if (text === undefined || policy === undefined || from > today) continue;
    const lines = (JSON.parse(text.content) as NoticeWords).lines
      .filter(({ personId }) => mayAbout(personId))
      .map(({ personId, name, points }) => ({ member: { id: personId, name }, points }));
    const round = `${year} 年${labelOf(policyOf(policy.content), period)}`;
    notices.push({ noticeId, year, period, round, from, until, lines });
  }
  return notices;
}
