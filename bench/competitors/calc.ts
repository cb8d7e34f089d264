// LibreOffice Calc: the branch's spreadsheet, one row an entry with its formulas, recalculated by a headless office.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Cell, readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Policy } from '../../src/domain/policy/policy.ts';
import type { MemberYear } from '../../src/domain/year/evaluate.ts';
import type { Race } from '../competitor.ts';
import { type Amounts, amountsOf, explained, type Fact, factsOf } from '../facts.ts';

type Value = string | number | null;
type Formula = { readonly formula: string };

/** Columns of an entry's row; from `top` on they are formulas. */
const ENTRY = ['n', 'kind', 'category', 'period', 'amount', 'key', 'weight', 'top', 'until', 'replacedBy'];
/** Column letters, A to AZ. */
const letter = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : `A${letter(index - 26)}`;
const isFormula = (cell: Value | Formula): cell is Formula => typeof cell === 'object' && cell !== null;

export const calc = (soffice: string) =>
  async function race(policy: Policy, years: readonly MemberYear[]): Promise<Race> {
    const facts = factsOf(policy, years);
    const amounts = amountsOf(policy);
    const folder = mkdtempSync(join(tmpdir(), 'jifen-calc-'));
    const source = join(folder, 'branch.xlsx');
    writeFileSync(source, await workbook(amounts, facts));
    return {
      run: () => recalculate(soffice, source, join(folder, 'out'), join(folder, 'profile')),
      answers: async () => {
        const bytes = readFileSync(join(folder, 'out', 'branch.xlsx'));
        const { sheets } = await readXlsx(bytes);
        const [entries = [], quarters = []] = sheets.map(({ rows }) => rows.slice(1).map(numbersOf));
        let from = 0;
        return facts.map((list, member) => {
          const own = entries.slice(from, (from += list.length));
          const its = quarters.slice(member * amounts.periods.length, (member + 1) * amounts.periods.length);
          return explained(
            amounts,
            list,
            own.map(entryWorking),
            its.map((row) => quarterWorking(row, amounts)),
          );
        });
      },
      close: () => rmSync(folder, { recursive: true, force: true }),
    };
  };

/** Opens the sheet, which holds no values for its formulas, and saves it with all of them reckoned. */
function recalculate(soffice: string, source: string, out: string, profile: string): void {
  const { status, stderr } = spawnSync(
    soffice,
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      out,
      source,
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`soffice: ${stderr}`);
}

const numbersOf = (row: readonly unknown[]) =>
  row.map((value) => (typeof value === 'number' ? Math.round(value) : 0));

function entryWorking(row: readonly number[]) {
  const [n = 0, , , , , , , top = 0, until = 0, replacedBy = 0] = row;
  const gives = until >= 1 && until <= 4;
  return { n, holder: 99 - (top % 100), until: gives ? until : null, replacedBy: gives ? replacedBy : null };
}

function quarterWorking(row: readonly number[], { caps }: Amounts) {
  const [base = 0, task = 0, bonus = 0, floor = 0, taskCap = 0, bonusCap = 0, ...rest] = row;
  return { base, task, bonus, floor, taskCap, bonusCap, categoryFloors: rest.slice(0, caps.length) };
}

/** Two sheets: entries, and below one another each member's quarters. Every formula looks at its member's own rows only. */
function workbook(amounts: Amounts, facts: readonly (readonly Fact[])[]): Promise<Uint8Array> {
  const entries: (Value | Formula)[][] = [ENTRY];
  const quarters: (Value | Formula)[][] = [['quarters']];
  for (const list of facts) {
    const first = entries.length + 1;
    const last = entries.length + list.length;
    for (const fact of list) entries.push(entryRow(fact, entries.length + 1, first, last));
    for (const period of amounts.periods)
      quarters.push(quarterRow(amounts, period, quarters.length + 1, first, last));
  }
  return writeXlsx({ sheets: [sheetOf('entries', entries), sheetOf('quarters', quarters)] });
}

function sheetOf(name: string, rows: readonly (readonly (Value | Formula)[])[]) {
  const cells = new Map<string, Partial<Cell>>();
  const values = rows.map((row, y) =>
    row.map((cell, x): Value => {
      if (!isFormula(cell)) return cell;
      cells.set(`${y},${x}`, { type: 'formula', formula: cell.formula });
      return null;
    }),
  );
  return { name, rows: values, cells };
}

function entryRow(fact: Fact, row: number, first: number, last: number): (Value | Formula)[] {
  const all = (column: string) => `${column}$${first}:${column}$${last}`;
  const top = `IF(F${row}="",G${row},_xlfn.MAXIFS(${all('G')},${all('F')},F${row},${all('D')},"<="&D${row}))`;
  const next = `_xlfn.MINIFS(${all('D')},${all('F')},F${row},${all('D')},">"&D${row},${all('G')},">"&G${row})`;
  const until = `IF(H${row}<>G${row},0,IF(F${row}="",9,IF(${next}=0,9,${next})))`;
  const heaviest = `_xlfn.MAXIFS(${all('G')},${all('F')},F${row},${all('D')},"<="&I${row})`;
  const replacedBy = `IF(AND(I${row}>0,I${row}<9),99-MOD(${heaviest},100),0)`;
  const { n, kind, category, period, amount, key, weight } = fact;
  const formulas = [top, until, replacedBy].map((formula) => ({ formula }));
  return [n, kind, category, period, amount, key ?? '', weight, ...formulas];
}

/**
 * Columns: what quarterWorking reads, in its order, and after them the year-to-date sums and losses they come from. An entry that
 * does not count has until 0, so it is never in effect.
 */
function quarterRow(amounts: Amounts, period: number, row: number, first: number, last: number): Formula[] {
  const { share, plan, bonusCap, caps } = amounts;
  const all = (column: string) => `entries!${column}$${first}:${column}$${last}`;
  const effect = (kind: string, category: number | null) =>
    `SUMIFS(${all('E')},${all('B')},"${kind}"${category === null ? '' : `,${all('C')},${category}`},${all('D')},"<=${period}",${all('I')},">${period}")`;
  const width = 6 + caps.length;
  const column = (index: number) => letter(width + index);
  const [direct, earned, decided, kept, credited, loss] = [0, 1, 2, 3, 4, 5].map(column);
  const taken = caps.map((_, index) => column(6 + index));
  const lost = caps.map((_, index) => letter(width + 6 + caps.length + index));
  const before = (name: string | undefined) => (period === 1 ? '0' : `${name}${row - 1}`);
  const grown = (name: string | undefined) => `(${name}${row}-${before(name)})`;
  const formulas = [
    grown(kept),
    `MIN(${plan},${decided}${row})`,
    grown(credited),
    `${grown(kept)}-(${share}-${grown(loss)})`,
    `MIN(${plan},${decided}${row})-${decided}${row}`,
    `${grown(credited)}-${grown(earned)}`,
    ...caps.map((_, index) => `${grown(taken[index])}-${grown(lost[index])}`),
    effect('base', 0),
    effect('bonus', null),
    `SUMIFS(${all('E')},${all('B')},"task",${all('D')},${period})`,
    `MAX(0,${share * period}-${loss}${row})`,
    `MIN(${bonusCap},${earned}${row})`,
    `${direct}${row}+${lost.map((name) => `${name}${row}`).join('+')}`,
    ...caps.map((_, index) => effect('base', index + 1)),
    ...caps.map((cap, index) => `MIN(${cap},${taken[index]}${row})`),
  ];
  return formulas.map((formula) => ({ formula }));
}
