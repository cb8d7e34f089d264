// What the pages show after the quarter, held value by value against `jifen year` on the same entries; every book sound.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { YearTable } from '../../../src/contract/yearTable.ts';
import { yearBook } from '../../../src/domain/fact.ts';
import { formatPoints, points } from '../../../src/domain/points.ts';
import type { EntryWords } from '../../../src/service/posting.ts';
import { verify } from '../../../src/service/verify/verify.ts';
import { BRANCH, POLICY, YEAR } from '../../store/branch.ts';
import { NAMES, numberOf } from '../branchOfThirty.ts';
import { BUDGETS, within } from '../budgets.ts';
import { secondsOf } from '../hands.ts';
import type { Walk } from './walk.ts';

const run = promisify(execFile);

type Computed = {
  readonly members: readonly {
    readonly number: string;
    readonly periods: readonly { readonly points: string; readonly cumulative: string }[];
    readonly year: string;
    readonly graded: string | null;
    readonly rank: number | null;
    readonly top20: boolean;
  }[];
};

export function theFigures(walk: Walk): void {
  test('页面上的数与同一批记录交给 jifen year 算的逐个相等', async () => {
    const table = await walk.branch.as('徐晓燕').done<YearTable>('GET', `api/books/${BRANCH}/years/${YEAR}`);
    const computed = await computedFrom(await rosterFile(), await recordsFile(walk));
    const figures = table.members.map(({ number, periods, year, graded, rank, top }) => ({
      number,
      periods: periods.map(({ points: each, cumulative }) => ({ points: each, cumulative })),
      year,
      graded,
      rank,
      top20: top,
    }));
    expect(computed).toHaveLength(NAMES.length);
    expect(figures).toEqual(computed);

    const scorekeeper = await walk.hands('记分员看总表', '徐晓燕');
    await scorekeeper.open(`branch/${BRANCH}/${YEAR}`);
    for (const { number, periods, year } of computed) {
      const row = scorekeeper.page.getByRole('row').filter({ hasText: `${number} · ` });
      const text = await row.innerText();
      for (const figure of [...periods.map((one) => one.points), year]) expect(text).toContain(figure);
    }
  }, 120_000);

  test('记分员一个季度用的时间，按四十人折算', () => {
    const { scorekeeperSeconds, scorekeeperMembers } = BUDGETS;
    const seconds = (secondsOf(walk.efforts.of('记分员')) * scorekeeperMembers) / NAMES.length;
    within(`记分员 ${scorekeeperMembers} 人的秒数`, seconds, scorekeeperSeconds);
  });

  test('账册核对无误', async () => {
    const { store, digests } = walk.branch.world;
    expect(await verify({ store, digests })).toMatchObject({ sound: true, wrong: [] });
  }, 60_000);
}

async function rosterFile(): Promise<string> {
  return csv([
    ['编号', '姓名', '类型', '加入日期', '党小组'],
    ...NAMES.map((name) => [numberOf(name), name, '正式党员', '2020-01-01', '第一党小组']),
  ]);
}

/** The entries that stand in the ledger, as year-files.md writes them. */
async function recordsFile({ branch }: Walk): Promise<string> {
  const numbers = new Map(NAMES.map((name) => [branch.idOf(name), numberOf(name)]));
  const measured = new Map(
    POLICY.items.map(({ id, group }) => [id, ['task', 'discretionary'].includes(group)]),
  );
  const rows = await branch.world.store.read(async (tx) => {
    const entries = (await tx.entries(BRANCH, yearBook(YEAR), { after: '', upTo: '\u{10ffff}' })).filter(
      ({ reversedSeq }) => reversedSeq === null,
    );
    const texts = await tx.textsOf(
      BRANCH,
      yearBook(YEAR),
      entries.map(({ seq }) => seq),
    );
    const words = new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as EntryWords]));
    return entries.map(({ personId, day, item, period, amount, seq }) => {
      const { reason, evidence, supplier, incident, achievement } =
        words.get(seq) ?? ({} as Partial<EntryWords>);
      const own = measured.get(item) === true ? formatPoints(points(amount)) : '';
      const said = [reason, evidence, supplier, incident, achievement].map((one) => one ?? '');
      return [numbers.get(personId) ?? '', day, item, String(period), own, ...said];
    });
  });
  return csv([
    ['编号', '日期', '条款', '计入季度', '分值', '事由', '依据', '提供单位', '事件', '成果'],
    ...rows,
  ]);
}

const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n');

async function computedFrom(roster: string, records: string) {
  const folder = await mkdtemp(join(tmpdir(), 'jifen-quarter-'));
  const [rosterPath, recordsPath] = [join(folder, '名册.csv'), join(folder, '记录.csv')];
  await writeFile(rosterPath, roster);
  await writeFile(recordsPath, records);
  const files = ['--roster', rosterPath, '--records', recordsPath, '--year', String(YEAR)];
  const policy = ['--policy', 'policy/finance-bureau', '--out', join(folder, 'out'), '--json'];
  const { stdout } = await run(process.execPath, ['src/main/cli.ts', 'year', ...policy, ...files]);
  await rm(folder, { recursive: true, force: true });
  return (JSON.parse(stdout) as Computed).members.map(({ number, periods, year, graded, rank, top20 }) => ({
    number,
    periods: periods.map(({ points: each, cumulative }) => ({ points: each, cumulative })),
    year,
    graded,
    rank,
    top20,
  }));
}
