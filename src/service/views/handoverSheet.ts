/** 移交单 on one page: what is open, what it rests on, where the books stand, who hands over to whom. */
import { isOpen } from '../../domain/exemption/procedure.ts';
import { REGISTER, yearBook } from '../../domain/fact.ts';
import type { RegisteredOffice } from '../../domain/office/register.ts';
import { type Day, periodOf, yearOf } from '../../domain/period.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { awaitsApproval } from '../../domain/taskPlan/plan.ts';
import { elections } from '../designation.ts';
import { exemptionMatters } from '../exemptionMatters.ts';
import { type Handover, handoverOf, partiesOf } from '../handover.ts';
import { officeRegister } from '../officeRegister.ts';
import type { Reading } from '../ports.ts';
import { everyPlan } from '../taskPlan/planRegister.ts';
import { policyOf } from '../viewRows.ts';
import { shortDay } from './naming.ts';
import { shortHash } from './yearHead.ts';

type Named = { readonly id: string; readonly name: string };
type Keeper = Named & { readonly from: Day; readonly until: Day | null };

export type HandoverSheet = {
  readonly organisation: string;
  readonly example: boolean;
  readonly officeId: string;
  readonly former: Keeper | null;
  readonly next: Keeper;
  /** What is open, by kind. */
  readonly matters: readonly { readonly kind: string; readonly count: number; readonly note: string }[];
  /** Papers the open period's entries rest on, each with how many entries. */
  readonly evidence: readonly { readonly name: string; readonly entries: number }[];
  readonly books: readonly { readonly name: string; readonly seq: number; readonly hash: string }[];
  readonly confirmed: readonly Named[];
  readonly waiting: readonly Named[];
  readonly done: Handover['done'];
};

/** Refuses an organisation that is not in the books, and one that never had a scorekeeper (handoverUnknown). */
export async function handoverSheet(
  tx: Reading,
  organisationId: string,
  today: Day,
): Promise<HandoverSheet | Refusal> {
  const organisation = await tx.organisation(organisationId);
  if (organisation === undefined) return refuse('organisationUnknown', null, { organisationId });
  const handover = await handoverOf(tx, organisationId, await officeRegister(tx, organisationId));
  if (handover === undefined) return refuse('handoverUnknown', 'An1.2');
  const named = async (id: string): Promise<Named> => ({
    id,
    name: (await tx.person(organisationId, id))?.name ?? '',
  });
  const keeper = async ({ personId, from, until, endedOn }: RegisteredOffice): Promise<Keeper> => ({
    ...(await named(personId)),
    from,
    until: endedOn ?? until,
  });
  const parties = await Promise.all(partiesOf(handover).map(named));
  const period = await openPeriod(tx, organisationId, today);
  const books = await tx.books(organisationId);
  return {
    organisation: organisation.name,
    example: organisation.example === 1,
    officeId: handover.next.officeId,
    former: handover.former === null ? null : await keeper(handover.former),
    next: await keeper(handover.next),
    matters: await openMatters(tx, organisationId, today, period),
    evidence: period.evidence,
    books: books.map(({ book, seq, hash }) => ({
      name: book === REGISTER ? '名册' : `${book.slice(yearBook(0).length - 1)} 年度账册`,
      seq,
      hash: shortHash(hash),
    })),
    confirmed: parties.filter(({ id }) => handover.confirmed.includes(id)),
    waiting: handover.done === null ? parties.filter(({ id }) => !handover.confirmed.includes(id)) : [],
    done: handover.done,
  };
}

type OpenPeriod = {
  readonly name: string;
  readonly entries: number;
  readonly lastDay: Day | null;
  readonly evidence: HandoverSheet['evidence'];
};

async function openPeriod(tx: Reading, organisationId: string, today: Day): Promise<OpenPeriod> {
  const book = yearBook(yearOf(today));
  const row = await tx.policy(organisationId, book);
  if (row === undefined) return { name: '', entries: 0, lastDay: null, evidence: [] };
  const { periods } = policyOf(row.content);
  const period = periodOf({ year: yearOf(today), count: periods.count }, today);
  const entries = (await tx.entries(organisationId, book, {})).filter(
    (one) => one.period === period && one.reversedSeq === null,
  );
  const texts = await tx.textsOf(
    organisationId,
    book,
    entries.map(({ seq }) => seq),
  );
  const cited = texts.flatMap(
    ({ content }) => (JSON.parse(content) as { evidence?: string | null }).evidence ?? [],
  );
  const byName = Map.groupBy(cited, (name) => name);
  return {
    name: periods.labels[period - 1] ?? '',
    entries: entries.length,
    lastDay:
      entries
        .map(({ day }) => day as Day)
        .toSorted()
        .at(-1) ?? null,
    evidence: [...byName].map(([name, all]) => ({ name, entries: all.length })),
  };
}

async function openMatters(tx: Reading, organisationId: string, today: Day, period: OpenPeriod) {
  const year = yearOf(today);
  const waiting = [...(await exemptionMatters(tx, organisationId)).values()].filter(({ state }) =>
    isOpen(state),
  );
  const undecided = [...(await elections(tx, organisationId)).values()].filter(
    ({ ballots }) => ballots.at(-1)?.elected === null,
  );
  const plans = [...(await everyPlan(tx, organisationId, year)).values()].filter(awaitsApproval).length;
  return [
    {
      kind: `${period.name || `${year} 年`}已登记、未评议的加分和扣分`,
      count: period.entries,
      note: period.lastDay === null ? '本期还没有登记' : `最近一笔发生在${shortDay(period.lastDay)}`,
    },
    { kind: '已拟定、未批准的目标任务', count: plans, note: '须经本人和分管领导认可、支部批准' },
    { kind: '待办的免予参加申请', count: waiting.length, note: '须经支部填注意见、上级党组织审批' },
    { kind: '未选出的记分员推选', count: undecided.length, note: '须再次投票' },
  ];
}
