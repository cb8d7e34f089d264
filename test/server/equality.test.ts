// What the pages say equals what `jifen year` computes from the same files, to the last figure of every member.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MemberYearPage } from '../../src/contract/memberYear.ts';
import type { Statement } from '../../src/contract/statement.ts';
import type { YearTable } from '../../src/contract/yearTable.ts';
import { onlyYear, readJson, serve, type Serving } from './serving.ts';

type Member = {
  number: string;
  standing: string;
  counted: number[];
  periods: {
    period: number;
    kinds: Record<string, string>;
    deduction: string;
    points: string;
    cumulative: string;
  }[];
  year: string;
  graded: string | null;
  grade: string | null;
  rank: number | null;
  top20: boolean;
  tie: boolean;
  eligible: string[];
  support: boolean;
};
type Result = { policy: { sha256: string }; members: Member[]; control: Record<string, number> };

let serving: Serving;
let computed: Result;
let table: YearTable;
let api: string;

beforeAll(async () => {
  const out = await mkdtemp(join(tmpdir(), 'jifen-year-'));
  const root = join(import.meta.dirname, '../..');
  const files = ['--roster', 'examples/roster.xlsx', '--records', 'examples/records.xlsx'];
  const args = ['src/main/cli.ts', 'year', ...files, '--year', '2026', '--out', out, '--json'];
  const [{ stdout }, served] = await Promise.all([
    promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 }),
    serve({ example: true }),
  ]);
  await rm(out, { recursive: true, force: true });
  computed = JSON.parse(stdout) as Result;
  serving = served;
  api = (await onlyYear(serving.url)).api;
  table = await readJson<YearTable>(api);
});
afterAll(() => serving.stop());

test('年度积分总表与 jifen year 一致', () => {
  expect(table.head.policy.sha256).toBe(computed.policy.sha256);
  expect(table.members.map(({ number }) => number)).toEqual(computed.members.map(({ number }) => number));
  for (const [index, row] of table.members.entries()) {
    const member = computed.members[index] as Member;
    expect({
      number: row.number,
      standing: row.standing.id,
      counted: row.periods.filter(({ counted }) => counted).map(({ period }) => period),
      points: row.periods.map(({ points }) => points),
      cumulative: row.periods.map(({ cumulative }) => cumulative),
      year: row.year,
      graded: row.graded,
      grade: row.grade?.id ?? null,
      rank: row.rank,
      top: row.top,
      tie: row.tie,
      eligible: row.eligible.map(({ id }) => id),
      support: row.support,
    }).toEqual({
      number: member.number,
      standing: member.standing,
      counted: member.counted,
      points: member.periods.map(({ points }) => points),
      cumulative: member.periods.map(({ cumulative }) => cumulative),
      year: member.year,
      graded: member.graded,
      grade: member.grade,
      rank: member.rank,
      top: member.top20,
      tie: member.tie,
      eligible: member.eligible,
      support: member.support,
    });
  }
  for (const { id, count } of table.control) expect(count, id).toBe(computed.control[id]);
});

const hundredths = (text: string) => {
  const [whole = '', decimals = ''] = text.replace('-', '').split('.');
  const size = Number.parseInt(whole, 10) * 100 + Number.parseInt(decimals, 10);
  return text.startsWith('-') ? -size : size;
};

test('每个人的每个数：页面、说明单与 jifen year 一致，说明单的各行加起来就是那个数', async () => {
  let checked = 0;
  for (const [index, { id }] of table.members.entries()) {
    const member = computed.members[index] as Member;
    const page = await readJson<MemberYearPage>(`${api}/members/${id}`);
    const expected = new Map<string, string | null>([
      ...member.periods.flatMap(({ period, kinds, deduction, points, cumulative }) => [
        ...Object.entries(kinds).map(([kind, figure]) => [`p${period}.${kind}`, figure] as const),
        [`p${period}.deduction`, deduction] as const,
        [`p${period}.points`, points] as const,
        [`p${period}.cumulative`, cumulative] as const,
      ]),
      ['year', member.year],
      ['graded', member.graded],
    ]);
    const doors = [
      ...page.periods.flatMap(({ figures, points, cumulative }) => [...figures, points, cumulative]),
      page.total,
      ...page.result,
    ];
    for (const [figure, value] of expected) {
      expect(doors.find((door) => door.figure === figure)?.text, `${member.number} ${figure}`).toBe(
        value ?? '—',
      );
      if (value === null) continue;
      const { statement } = await readJson<{ statement: Statement }>(
        `${api}/members/${id}/statements/${figure}`,
      );
      const sum = statement.rows.reduce(
        (total, { amount }) => total + (amount === null ? 0 : hundredths(amount)),
        0,
      );
      expect(statement.total, `${member.number} ${figure}`).toBe(value);
      expect(sum, `${member.number} ${figure}`).toBe(hundredths(value));
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(38 * 25);
});
