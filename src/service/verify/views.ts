/** The views against what the facts make of them, a few hundred people at a time. */
import { ImpossibleFact } from '../../domain/ledger/impossible.ts';
import type { OfficeRegister } from '../../domain/office/register.ts';
import type { RegisteredPerson } from '../fold.ts';
import { officeViews } from '../officeRegister.ts';
import type { BookRow, Range, Reading } from '../ports.ts';
import { openYearBooks, portions, yearRowsOf } from '../project.ts';
import { memberRow, type OpenYearBook } from '../viewRows.ts';
import type { WalkedRegister } from './walk.ts';
import { type Findings, type Wrong, wrongRow } from './wrong.ts';

export async function checkViews(
  tx: Reading,
  register: BookRow,
  { people, offices }: WalkedRegister,
  soundYears: readonly BookRow[],
  found: Findings,
): Promise<void> {
  const { organisationId } = register;
  const sound = new Set(soundYears.map(({ book }) => book));
  const books = (await openYearBooks(tx, organisationId)).filter(({ book }) => sound.has(book));
  await checkOffices(tx, register, offices, found);
  for (const { ids, range } of ranges([...people.keys()].sort())) {
    const expected = ids.map((id) => memberRow(organisationId, people.get(id) as RegisteredPerson));
    const held = await tx.members(organisationId, range);
    compare(
      expected,
      held,
      ({ personId }) => personId,
      { organisationId, book: register.book, table: 'member' },
      found,
    );
    for (const book of books) await checkYear(tx, book, ids, range, found);
  }
}

/** Consecutive ranges of person ids that leave no gap, so that a row of nobody's is met too. */
function* ranges(ids: readonly string[]): Generator<{ ids: readonly string[]; range: Range }> {
  let after: string | undefined;
  for (const some of portions(ids)) {
    const upTo = some.at(-1) as string;
    yield { ids: some, range: after === undefined ? { upTo } : { after, upTo } };
    after = upTo;
  }
  yield { ids: [], range: after === undefined ? {} : { after } };
}

async function checkOffices(
  tx: Reading,
  { organisationId, book }: BookRow,
  register: OfficeRegister,
  found: Findings,
): Promise<void> {
  const expected = officeViews(organisationId, register);
  const held = await tx.offices(organisationId);
  compare(
    expected.offices,
    held,
    ({ officeId }) => officeId,
    { organisationId, book, table: 'office' },
    found,
  );
  compare(
    expected.accounts,
    await tx.personAccounts(organisationId),
    ({ personId }) => personId,
    { organisationId, book, table: 'personAccount' },
    found,
  );
  compare(
    expected.placings,
    (await tx.placings()).filter((one) => one.organisationId === organisationId),
    (one) => one.organisationId,
    { organisationId, book, table: 'placing' },
    found,
  );
}

async function checkYear(
  tx: Reading,
  book: OpenYearBook,
  ids: readonly string[],
  range: Range,
  found: Findings,
): Promise<void> {
  const { organisationId } = book;
  const expected = await expectedRows(tx, book, ids, found);
  if (expected === undefined) return;
  const at = { organisationId, book: book.book };
  const entries = await tx.entries(organisationId, book.book, range);
  compare(expected.entries, entries, ({ entryId }) => entryId, { ...at, table: 'entry' }, found);
  const memberYears = await tx.memberYears(organisationId, book.book, range);
  compare(
    expected.memberYears,
    memberYears,
    ({ personId }) => personId,
    { ...at, table: 'memberYear' },
    found,
  );
}

/** Undefined when a fact reverses what was never posted: there is nothing to compare with, and the fact is named. */
async function expectedRows(tx: Reading, book: OpenYearBook, ids: readonly string[], found: Findings) {
  try {
    return await yearRowsOf(tx, book, ids);
  } catch (error) {
    if (!(error instanceof ImpossibleFact)) throw error;
    const at = { organisationId: book.organisationId, book: book.book, seq: error.seq };
    found.add(wrongRow(at, 'fact', 'impossible', '', error.message));
    return undefined;
  }
}

type Row = { readonly organisationId: string };

function compare<T extends Row>(
  expected: readonly T[],
  held: readonly T[],
  idOf: (row: T) => string,
  at: Pick<Wrong, 'organisationId' | 'book' | 'table'>,
  found: Findings,
): void {
  const unmet = new Map(expected.map((row) => [idOf(row), row]));
  for (const row of held) {
    const subject = idOf(row);
    const right = unmet.get(subject);
    unmet.delete(subject);
    if (right === undefined)
      found.add({ ...at, seq: seqOf(row), subject, reason: 'extra', expected: '', found: shown(row) });
    else if (!isSame(right, row)) {
      found.add({
        ...at,
        seq: seqOf(right),
        subject,
        reason: 'changed',
        expected: shown(right),
        found: shown(row),
      });
    }
  }
  for (const [subject, row] of unmet) {
    found.add({ ...at, seq: seqOf(row), subject, reason: 'missing', expected: shown(row), found: '' });
  }
}

function isSame(expected: object, held: object): boolean {
  const columns = Object.entries(expected);
  const found = held as Readonly<Record<string, unknown>>;
  return (
    columns.every(([column, value]) => found[column] === value) && Object.keys(held).length === columns.length
  );
}

/** One text for one row, whatever was forced into it. */
const shown = (row: object) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));

/** An entry's row names its fact; the other views are made of many. */
function seqOf(row: object): number | null {
  return 'seq' in row && typeof row.seq === 'number' ? row.seq : null;
}
