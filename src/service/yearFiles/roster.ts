/** The roster of year-files.md: a table → the people of a year, or every problem of every row. */
import type { Exemption, Member, MemberType } from '../../domain/member/member.ts';
import type { Person } from '../../domain/member/person.ts';
import { type Day, yearEnd, yearStart } from '../../domain/period.ts';
import { EMPTY_CELL, type Table } from '../../domain/year/table.ts';
import { TYPE_NAMES } from '../views/naming.ts';
import { type ColumnNames, type Columns, findColumns } from './columns.ts';
import { type Problem, problemAt } from './problem.ts';
import { openRow, type Row } from './row.ts';

export const ROSTER_COLUMNS = {
  required: ['编号', '姓名', '类型', '加入日期'],
  optional: [
    '性别',
    '出生日期',
    '入党日期',
    '转正日期',
    '离开日期',
    '党小组',
    '职务',
    '分管领导',
    '免予自',
    '免予至',
    '免予原因',
    '党章考试',
    '党章考试日期',
  ],
} as const satisfies ColumnNames;

/** Read through a mapping alone: year-files.md does not know it. */
export const WORK_FIELD = '工作领域';

const TYPES: ReadonlyMap<string, MemberType> = new Map(
  (Object.keys(TYPE_NAMES) as MemberType[]).map((type) => [TYPE_NAMES[type], type]),
);
const [PASSED, FAILED] = ['合格', '不合格'];

export type RosterPerson = {
  readonly person: Person;
  readonly member: Member;
  readonly exemptionReason: string | null;
};

export type Roster = {
  /** In the order of the rows; the sound ones only. */
  readonly people: readonly RosterPerson[];
  /** Every 编号 of the roster, those of unsound rows included, so that records are not blamed for the roster. */
  readonly numbers: ReadonlySet<string>;
  /** Numbers with leading zeros by what a number cell makes of them: 1 → 001. */
  readonly withZeros: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
};

/** How a roster is read whose columns have names of its own. */
export type Through = {
  /** By the name year-files.md gives the column, and 工作领域. */
  readonly columns: Columns;
  /** What stands under 类型 beside the names of year-files.md. */
  readonly types: ReadonlyMap<string, MemberType>;
  /** Numbers of the register by what a number cell makes of them: 1 → 001. */
  readonly withZeros: ReadonlyMap<string, string>;
};

/** Dates may lie in any year; what must fit `year` is checked against it. */
export function readRoster(table: Table, year: number, through?: Through): Roster {
  const problems: Problem[] = [];
  const columns = through?.columns ?? findColumns(table, ROSTER_COLUMNS, problems);
  if (table.rows.length === 0)
    problems.push(problemAt({ table, row: null, column: null, name: null }, EMPTY_CELL, 'noRows'));
  const firstRows = new Map<string, number>();
  const read = table.rows.map((tableRow) => {
    const row = openRow(table, columns, ROSTER_COLUMNS.required, tableRow, problems);
    const number = row.number('编号');
    const zeros = row.cell('编号').kind === 'number' ? through?.withZeros.get(number ?? '') : undefined;
    if (zeros !== undefined) row.wrong('编号', 'lostZeros', zeros);
    const before = number === null ? undefined : firstRows.get(number);
    if (before !== undefined) row.wrong('编号', 'duplicateNumber', before);
    else if (number !== null) firstRows.set(number, row.row);
    return { row, person: readPerson(row, number, year, through) };
  });
  const numbers = new Set(firstRows.keys());
  const withZeros = zerosOf(numbers);
  for (const { row } of read) checkLeader(row, numbers, withZeros);
  const people = read.flatMap(({ person }) => person ?? []);
  const names = new Map(people.map(({ person }) => [person.number, person.name]));
  return { people: people.map((one) => withLeaderNamed(one, names)), numbers, withZeros, problems };
}

/** Numbers with leading zeros by what a number cell makes of them: 1 → 001. */
export function zerosOf(numbers: Iterable<string>): Map<string, string> {
  const zeroed = [...numbers].filter((number) => /^0\d/.test(number));
  return new Map(zeroed.map((number) => [number.replace(/^0+(?=.)/, ''), number]));
}

/** A number cell can only be meant as a 编号. */
function checkLeader(row: Row, numbers: ReadonlySet<string>, withZeros: ReadonlyMap<string, string>): void {
  const cell = row.cell('分管领导');
  if (cell.kind !== 'number') return;
  const zeros = withZeros.get(cell.text);
  if (zeros !== undefined) row.wrong('分管领导', 'lostZeros', zeros);
  else if (!numbers.has(cell.text)) row.wrong('分管领导', 'unknownNumber');
}

/** 分管领导 may be a 编号 of the roster; a leader need not be a member, so any other text is a name. */
function withLeaderNamed(one: RosterPerson, names: ReadonlyMap<string, string>): RosterPerson {
  const { leader } = one.person;
  return leader === null ? one : { ...one, person: { ...one.person, leader: names.get(leader) ?? leader } };
}

function readPerson(
  row: Row,
  number: string | null,
  year: number,
  through: Through | undefined,
): RosterPerson | null {
  const name = row.text('姓名');
  const person = {
    gender: row.text('性别'),
    bornOn: row.day('出生日期'),
    admittedOn: row.day('入党日期'),
    group: row.text('党小组'),
    post: row.text('职务'),
    leader: row.text('分管领导'),
    ...(through?.columns.has(WORK_FIELD) === true ? { workField: row.text(WORK_FIELD) } : {}),
  };
  const exemptionReason = row.text('免予原因');
  const member = readMember(row, year, through?.types);
  if (!row.sound() || number === null || name === null || member === null) return null;
  return { person: { number, name, ...person }, member, exemptionReason };
}

function readMember(row: Row, year: number, others: Through['types'] | undefined): Member | null {
  const type = readType(row, others);
  const joinedOn = row.day('加入日期');
  const leftOn = row.day('离开日期');
  const fullOn = row.day('转正日期');
  if (joinedOn !== null && joinedOn > yearEnd(year)) row.wrong('加入日期', 'joinedAfterYear', year);
  if (leftOn !== null && leftOn <= yearStart(year)) row.wrong('离开日期', 'leftBeforeYear', year);
  if (leftOn !== null && joinedOn !== null && leftOn <= joinedOn)
    row.wrong('离开日期', 'leftNotAfterJoined', joinedOn);
  if (fullOn !== null && type === 'full' && fullOn > yearEnd(year)) row.wrong('转正日期', 'fullLater', year);
  if (fullOn !== null && type === 'probationary' && fullOn <= yearEnd(year))
    row.wrong('转正日期', 'fullAlready', year);
  const exemption = readExemption(row, year);
  const examPassedOn = readExam(row);
  if (type === null || joinedOn === null) return null;
  return { type, joinedOn, leftOn, fullOn, exemption, examPassedOn };
}

function readType(row: Row, others: Through['types'] | undefined): MemberType | null {
  const written = row.text('类型');
  const type = written === null ? undefined : (TYPES.get(written) ?? others?.get(written));
  if (written !== null && type === undefined) row.wrong('类型', 'unknownType', [...TYPES.keys()].join('、'));
  return type ?? null;
}

/** Reading G25: by default an exemption ends with its own year and is renewed by a new approval. */
function readExemption(row: Row, year: number): Exemption | null {
  const from = row.day('免予自');
  const until = row.day('免予至');
  if (from === null) {
    if (until !== null && row.cell('免予自').kind === 'empty') row.wrong('免予自', 'untilWithoutFrom');
    return null;
  }
  if (until !== null && until < from) row.wrong('免予至', 'untilBeforeFrom', from);
  if (from < yearStart(year) && row.cell('免予至').kind === 'empty')
    row.wrong('免予至', 'fromNeedsRenewal', year);
  return { from, until };
}

function readExam(row: Row): Day | null {
  const answer = row.text('党章考试');
  const on = row.day('党章考试日期');
  if (answer !== null && answer !== PASSED && answer !== FAILED)
    row.wrong('党章考试', 'unknownExam', `${PASSED}、${FAILED}`);
  if (answer === PASSED && row.cell('党章考试日期').kind === 'empty')
    row.wrong('党章考试日期', 'examWithoutDay');
  return answer === PASSED ? on : null;
}
