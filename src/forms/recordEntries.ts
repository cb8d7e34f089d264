/** One row of the record table for an entry, a ground of 3.4.3, or what the measure's caps and floors changed. */
import { formatPoints, points, ZERO } from '../domain/points.ts';
import type { Entry, Line } from '../domain/policy/line.ts';
import type { Item, Policy } from '../domain/policy/policy.ts';
import type { RecordedEntry, RecordedGround } from '../service/views/branchYear.ts';
import { recorded, takes, type YearMember } from '../service/views/entryWords.ts';
import { itemOf, kindOf, poolKinds } from '../service/views/naming.ts';
import { type Column, type Content, count, EMPTY, known, NONE, pointsOf, type Row, text } from './paper.ts';

/** The running numbers (序号) of a record table, by what they were given to. */
export type Numbers = {
  readonly of: (id: string) => number | undefined;
  readonly next: (id: string) => number;
};

export const RECORD_COLUMNS: readonly Column[] = [
  { title: '序号', width: 5, align: 'center' },
  { title: '发生日期', width: 11.5, align: 'center' },
  { title: '登记日期', width: 11.5, align: 'center' },
  { title: '分类', width: 10, align: 'left' },
  { title: '条款', width: 18, align: 'left' },
  { title: '事由', width: 28, align: 'left' },
  { title: '加分', width: 9, align: 'right' },
  { title: '扣分', width: 9, align: 'right' },
  { title: '依据及提供单位', width: 20, align: 'left' },
  { title: '评议会日期', width: 9.5, align: 'center' },
  { title: '记分员签名', width: 9, align: 'center' },
  { title: '书记审核签名', width: 9, align: 'center' },
];
export const RECORD_WIDTH = RECORD_COLUMNS.length;

/** An entry's amount stands in full; an absorbed one stands with nothing and says under which number it counts. */
export function enteredRow(
  policy: Policy,
  member: YearMember,
  { entry, by }: Line & { readonly entry: Entry },
  numbers: Numbers,
): Row {
  const same = takes(policy, entry.item) ? '同一事件' : '同一成果';
  const note = by === null ? '' : `（${same}，并入第 ${numbers.of(by.id) ?? '—'} 号，不另计）`;
  const amount = pointsOf(by === null ? entry.amount : ZERO);
  return entryRow(policy, recorded(member, entry.id), { number: numbers.of(entry.id), amount, note });
}

/** An entry in a period that does not count: its amount is told in words only. */
export function apartRow(policy: Policy, member: YearMember, entry: Entry, number: number): Row {
  const note = `（分值 ${formatPoints(entry.amount)}，不计分）`;
  return entryRow(policy, recorded(member, entry.id), { number, amount: NONE, note });
}

type Effect = { readonly number: number | undefined; readonly amount: Content; readonly note: string };

function entryRow(policy: Policy, entry: RecordedEntry, { number, amount, note }: Effect): Row {
  const item = itemOf(policy, entry.item);
  const lost = takes(policy, entry.item);
  return {
    role: 'entry',
    cells: [
      number === undefined ? EMPTY : count(number),
      text(entry.day),
      known(entry.postedOn),
      text(classOf(policy, item)),
      text(`${item.group === 'task' ? item.clause : item.id} ${item.name}`),
      known(`${entry.reason ?? ''}${note}`),
      lost ? EMPTY : amount,
      lost ? amount : EMPTY,
      known(evidenceOf(entry)),
      EMPTY,
      EMPTY,
      EMPTY,
    ],
  };
}

/** 分类: the category where there is one, else 共性扣分, else the kind of points. */
function classOf(policy: Policy, item: Item): string {
  const category = policy.categories.find(({ id }) => id === item.category);
  if (category !== undefined) return category.name;
  return item.group === 'common' ? '共性扣分' : kindOf(policy, item.kind).name;
}

type Evidence = Pick<RecordedGround, 'evidence' | 'supplier' | 'transferredFrom'>;
const evidenceOf = ({ evidence, supplier, transferredFrom }: Evidence) =>
  [evidence, supplier, transferredWords(transferredFrom)]
    .filter((part) => part !== null && part !== '')
    .join('；');

const transferredWords = (from: string | null | undefined) =>
  from === null || from === undefined ? null : `由${from}转入`;

/** 3.4.3: a ground stands apart from the numbers. */
export function groundRow(policy: Policy, ground: RecordedGround, number: number): Row {
  const name = policy.grounds.find(({ id }) => id === ground.ground)?.name ?? '';
  return {
    role: 'entry',
    cells: [
      count(number),
      text(ground.day),
      known(ground.postedOn),
      text('认定事由'),
      text(`${ground.ground} ${name}`),
      known(ground.reason),
      NONE,
      NONE,
      known(evidenceOf(ground)),
      EMPTY,
      EMPTY,
      EMPTY,
    ],
  };
}

/** What a larger entry, a floor or a cap changed: signed, in the column it changes, without a number. */
export function adjustmentRow(policy: Policy, line: Line, numbers: Numbers): Row {
  const kind = kindOf(policy, line.kind);
  const lost = poolKinds(policy).some(({ id }) => id === kind.id);
  const amount = pointsOf(points(lost ? 0 - line.amount : line.amount));
  const category = policy.categories.find(({ id }) => id === line.category);
  return {
    role: 'entry',
    cells: [
      EMPTY,
      { ...text('按办法调整'), span: 2 },
      text(category?.name ?? kind.name),
      text(line.entry === null ? kind.clause : line.entry.item),
      text(adjustment(line, numbers)),
      lost ? EMPTY : amount,
      lost ? amount : EMPTY,
      EMPTY,
      EMPTY,
      EMPTY,
      EMPTY,
    ],
  };
}

function adjustment({ told, entry, by, amount }: Line, numbers: Numbers): string {
  const numberOf = (one: Entry | null) => (one === null ? undefined : numbers.of(one.id)) ?? '—';
  switch (told) {
    case 'replaced':
      return `第 ${numberOf(entry)} 号由第 ${numberOf(by)} 号代替，${amount > 0 ? '冲回' : '只补差额'}`;
    case 'corrected':
      return `更正第 ${numberOf(entry)} 号：原 ${formatPoints(entry?.amount ?? ZERO)}，${by === null ? '撤销' : `应为 ${formatPoints(by.amount)}`}`;
    case 'categoryFloor':
      return amount > 0 ? '本类已扣完，超出部分不扣' : '本类先前未扣的部分，现在扣';
    case 'floor':
      return amount > 0 ? '扣完为止，超出部分暂不扣' : '前期未扣完，本期补扣';
    case 'cap':
      return amount < 0 ? '超过上限，超出部分不计' : '前期超过上限未计，本期补计';
    case 'opening':
    case 'counts':
    case 'absorbed':
      return '';
  }
}
