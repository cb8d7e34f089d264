/** A year's records of year-files.md: a table → entries and grounds by 编号, or every problem of every row. */
import { type Calendar, type Day, periodOf, periods, yearOf } from '../../domain/period.ts';
import { ZERO } from '../../domain/points.ts';
import type { Policy, Required } from '../../domain/policy/policy.ts';
import { cellText, type Table } from '../../domain/year/table.ts';
import type { RecordedEntry, RecordedGround } from '../views/branchYear.ts';
import { readAmount } from './amount.ts';
import { type ColumnNames, findColumns } from './columns.ts';
import { type Cited, type Citations, citationsOf, refuseCitation } from './citation.ts';
import type { Problem } from './problem.ts';
import type { Roster } from './roster.ts';
import { openRow, type Row } from './row.ts';

const REASON = '事由';
const EVIDENCE = '依据';
const SUPPLIER = '提供单位';

export const RECORD_COLUMNS = {
  required: ['编号', '日期', '条款'],
  optional: ['计入季度', '分值', REASON, EVIDENCE, SUPPLIER, '事件', '成果'],
} as const satisfies ColumnNames;

const WORDS: ReadonlyMap<Required, string> = new Map([
  ['reason', REASON],
  ['evidence', EVIDENCE],
  ['supplier', SUPPLIER],
]);

/** What one member has on record; `grounds` are those of 3.4.3. Neither depends on the order of the rows. */
export type OnRecord = {
  readonly entries: readonly RecordedEntry[];
  readonly grounds: readonly RecordedGround[];
};

export type Records = {
  readonly byNumber: ReadonlyMap<string, OnRecord>;
  readonly problems: readonly Problem[];
};

type Book = { readonly entries: RecordedEntry[]; readonly grounds: RecordedGround[] };

/** `roster` null: it could not be read at all, so nothing is held against it. */
export function readRecords(table: Table, roster: Roster | null, policy: Policy, year: number): Records {
  const problems: Problem[] = [];
  const columns = findColumns(table, RECORD_COLUMNS, problems);
  const calendar: Calendar = { year, count: policy.periods.count };
  const citations = citationsOf(policy);
  const members = new Map(roster?.people.map(({ person, member }) => [person.number, member]));
  const firstRows = new Map<string, number>();
  const byNumber = new Map<string, Book>();
  for (const tableRow of table.rows) {
    const row = openRow(table, columns, RECORD_COLUMNS.required, tableRow, problems);
    const number = readNumber(row, roster);
    const day = readDay(row, year, number === null ? undefined : members.get(number));
    const cited = readCitation(row, citations);
    const period = readPeriod(row, policy, calendar, day);
    const words = readWords(row, cited);
    const amount = cited === null ? null : readAmount(row, cited);
    if (number === null || day === null || cited === null || period === null) continue;
    const keys = [row.text('事件'), row.text('成果')] as const;
    const id = JSON.stringify([number, day, cited.id, words.reason, ...keys]);
    const before = firstRows.get(id);
    if (before !== undefined) row.wrong('编号', 'duplicateRow', before);
    else firstRows.set(id, row.row);
    if (!row.sound()) continue;
    const book = byNumber.get(number) ?? { entries: [], grounds: [] };
    byNumber.set(number, book);
    const common = { id, day, period, ...words, postedOn: null };
    if (cited.item === null) book.grounds.push({ ...common, ground: cited.id });
    else book.entries.push({ ...common, item: cited.id, amount: amount ?? ZERO, ...keysOf(...keys) });
  }
  return { byNumber: inOrder(byNumber), problems };
}

const keysOf = (incident: string | null, achievement: string | null) => ({
  ...(incident === null ? {} : { incident }),
  ...(achievement === null ? {} : { achievement }),
});

/** By day, then by the entry's own content: the order in which rows were typed leaves no trace. */
function inOrder(byNumber: ReadonlyMap<string, Book>): ReadonlyMap<string, OnRecord> {
  const earlier = (a: { day: Day; id: string }, b: { day: Day; id: string }) =>
    a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1;
  return new Map(
    [...byNumber].map(([number, { entries, grounds }]) => [
      number,
      { entries: entries.toSorted(earlier), grounds: grounds.toSorted(earlier) },
    ]),
  );
}

/** A number cell is that number's text, unless the roster knows one with leading zeros: spreadsheets and csv exports lose them. */
function readNumber(row: Row, roster: Roster | null): string | null {
  const number = row.number('编号');
  if (number === null || roster === null) return number;
  const zeros = roster.withZeros.get(number);
  const known = roster.numbers.has(number);
  if (zeros !== undefined && (!known || row.cell('编号').kind === 'number'))
    row.wrong('编号', 'lostZeros', zeros);
  else if (!known) row.wrong('编号', 'unknownNumber');
  return number;
}

function readDay(
  row: Row,
  year: number,
  member: { readonly joinedOn: Day; readonly leftOn: Day | null } | undefined,
): Day | null {
  const day = row.day('日期');
  if (day === null) return null;
  if (yearOf(day) !== year) {
    row.wrong('日期', 'outsideYear', year);
    return null;
  }
  if (member !== undefined && (day < member.joinedOn || (member.leftOn !== null && day >= member.leftOn)))
    row.wrong(
      '日期',
      'notInBranch',
      member.joinedOn,
      member.leftOn === null ? '' : `，${member.leftOn} 已离开`,
    );
  return day;
}

function readCitation(row: Row, citations: Citations): Cited | null {
  const written = row.text('条款');
  if (written === null) return null;
  const cited = citations.known.get(written);
  if (cited === undefined) refuseCitation(row, citations, written);
  return cited ?? null;
}

/** 计入季度: not earlier than the period of the day; empty means that one. */
function readPeriod(row: Row, policy: Policy, calendar: Calendar, day: Day | null): number | null {
  const own = day === null ? null : periodOf(calendar, day);
  const cell = row.cell('计入季度');
  if (cell.kind === 'empty') return own;
  const period = periods(calendar.count).find((one) => String(one) === cellText(cell));
  if (period === undefined || (cell.kind !== 'text' && cell.kind !== 'number')) {
    if (cell.kind !== 'error' && cell.kind !== 'unreadable')
      row.wrong('计入季度', 'notPeriod', calendar.count, policy.periods.name);
    return null;
  }
  if (own !== null && period < own) row.wrong('计入季度', 'earlierPeriod', own, policy.periods.name);
  return period;
}

function readWords(row: Row, cited: Cited | null) {
  for (const needed of cited?.requires ?? []) {
    const name = WORDS.get(needed) ?? needed;
    if (row.cell(name).kind === 'empty') row.wrong(name, 'wordsMissing', cited?.id ?? '', name);
  }
  return { reason: row.text(REASON), evidence: row.text(EVIDENCE), supplier: row.text(SUPPLIER) };
}
