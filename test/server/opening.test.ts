import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Books, exampleFile, onlyYear, readJson, serve, type Serving } from './serving.ts';

let serving: Serving;
beforeEach(async () => {
  serving = await serve({ example: false });
});
afterEach(() => serving.stop());

const openExample = (key: string) =>
  fetch(`${serving.url}api/opening/example`, { method: 'POST', headers: { 'idempotency-key': key } });

function openFiles(
  organisation: string,
  roster: File,
  records: File,
  key = 'files-0001',
  year = '2026',
  correction?: string,
) {
  const body = new FormData();
  body.set('organisation', organisation);
  body.set('year', year);
  body.set('roster', roster);
  body.set('records', records);
  if (correction !== undefined) body.set('correction', correction);
  return fetch(`${serving.url}api/opening/files`, {
    method: 'POST',
    headers: { 'idempotency-key': key },
    body,
  });
}

const csv = (name: string, text: string) => new File([text], name);
const ROSTER = csv(
  '名册.csv',
  '编号,姓名,类型,加入日期\n001,张建国,正式党员,2010-05-01\n002,郑𠮷,正式党员,2012-05-01\n',
);
const RECORDS = csv('记录.csv', '编号,日期,条款,分值\n001,2026-02-01,task,15\n002,2026-02-01,task,14.5\n');

describe('首次打开', () => {
  test('空的数据目录里没有账册', async () => {
    expect(await readJson<Books>(`${serving.url}api/books`)).toMatchObject({
      empty: true,
      organisations: [],
    });
  });

  test('选示例：38 人入账，标明示例；按两次与按一次一样', async () => {
    const first = await openExample('example-0001');
    expect(first.status).toBe(200);
    const { organisations } = await readJson<Books>(`${serving.url}api/books`);
    expect(organisations).toMatchObject([{ example: true, years: [2026] }]);
    const [again, other] = [await openExample('example-0001'), await openExample('example-0002')];
    expect(await again.json()).toEqual(await first.json());
    expect(await other.json()).toMatchObject({ added: 0 });
    expect(await readJson<Books>(`${serving.url}api/books`)).toMatchObject({ organisations });
  });

  test('自己的两个表：入账后各页都有，罕见字完好', async () => {
    expect((await openFiles('城关镇财政所支部', ROSTER, RECORDS)).status).toBe(200);
    const { api } = await onlyYear(serving.url);
    const table = await readJson<{ head: { example: boolean }; members: { name: string; year: string }[] }>(
      api,
    );
    expect(table.head.example).toBe(false);
    expect(table.members.map(({ name, year }) => [name, year])).toEqual([
      ['张建国', '45.00'],
      ['郑𠮷', '44.50'],
    ]);
  });

  test('有错的表：逐格说明，什么都不写；改好再来就行', async () => {
    const bad = csv('记录.csv', '编号,日期,条款,分值\n001,2026-02-30,task,15\n009,2026-02-01,task,16\n');
    const response = await openFiles('城关镇财政所支部', ROSTER, bad);
    expect(response.status).toBe(422);
    const { problems } = (await response.json()) as { problems: Record<string, string>[] };
    expect(problems).toContainEqual(
      expect.objectContaining({
        file: '记录.csv',
        cell: 'B2 日期',
        value: '2026-02-30',
        mend: expect.stringMatching(/./) as string,
      }),
    );
    expect(problems.length).toBeGreaterThanOrEqual(2);
    expect(await readJson<Books>(`${serving.url}api/books`)).toMatchObject({ empty: true });
    expect((await openFiles('城关镇财政所支部', ROSTER, RECORDS)).status).toBe(200);
  });

  test('账册与文件不一致：409，写明更正理由才冲正重记', async () => {
    await openFiles('城关镇财政所支部', ROSTER, RECORDS);
    const mended = csv('记录.csv', '编号,日期,条款,分值\n001,2026-02-01,task,14\n002,2026-02-01,task,14.5\n');
    const refused = await openFiles('城关镇财政所支部', ROSTER, mended, 'files-0002');
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'booksDiffer' });
    const put = await openFiles('城关镇财政所支部', ROSTER, mended, 'files-0003', '2026', '原记录分值抄错');
    expect(await put.json()).toMatchObject({ reversed: 1, added: 1, unchanged: 1 });
    const { api } = await onlyYear(serving.url);
    const table = await readJson<{ members: { year: string }[] }>(api);
    expect(table.members[0]?.year).toBe('44.00');
  });

  test('同一个请求编号换了内容：422', async () => {
    expect((await openFiles('城关镇财政所支部', ROSTER, RECORDS)).status).toBe(200);
    const other = csv('记录.csv', '编号,日期,条款,分值\n001,2026-02-01,task,14\n');
    const response = await openFiles('城关镇财政所支部', ROSTER, other);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'keyReused' });
  });

  test('已有正式账册：不再放示例', async () => {
    await openFiles('城关镇财政所支部', ROSTER, RECORDS);
    const response = await openExample('example-0003');
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      code: 'realBooks',
      detail: expect.stringContaining('--data') as string,
    });
  });

  test('不是表格的文件、不合规定的年度：说明原因', async () => {
    const notTable = new File([new Uint8Array([1, 2, 3])], '名册.xlsx');
    expect((await openFiles('城关镇财政所支部', notTable, RECORDS)).status).toBe(422);
    const badYear = await openFiles('城关镇财政所支部', ROSTER, RECORDS, 'files-0002', '二〇二六');
    expect(badYear.status).toBe(400);
    expect(await badYear.json()).toMatchObject({ detail: expect.stringContaining('year') as string });
  });
});

describe('下载', () => {
  test('空白模板只有列名，填上就能用', async () => {
    for (const which of ['roster', 'records']) {
      const bytes = await (await fetch(`${serving.url}templates/${which}.xlsx`)).bytes();
      const { sheets } = await readXlsx(bytes);
      expect(sheets[0]?.rows).toHaveLength(1);
      expect(sheets[0]?.rows[0]?.[0]).toBe('编号');
    }
  });

  test('全部表格：四张季度表、一张年度表、每人一张，都打得开、标明示例', async () => {
    await openExample('example-0001');
    const { id, year } = await onlyYear(serving.url);
    const response = await fetch(`${serving.url}papers/${id}/${year}/all`);
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const files = unzipSync(await response.bytes());
    expect(Object.keys(files)).toHaveLength(4 + 1 + 38);
    for (const [name, bytes] of Object.entries(files).slice(0, 6)) {
      const { sheets } = await readXlsx(bytes);
      expect(JSON.stringify(sheets[0]?.rows), name).toContain('示例');
    }
  });

  test('单张表与全部表格里的那张内容相同', async () => {
    await openFiles('城关镇财政所支部', await exampleFile('roster.xlsx'), await exampleFile('records.xlsx'));
    const { id, year } = await onlyYear(serving.url);
    const files = unzipSync(await (await fetch(`${serving.url}papers/${id}/${year}/all`)).bytes());
    const one = await fetch(`${serving.url}papers/${id}/${year}/yearGrading`);
    const name = decodeURIComponent(
      /filename\*=UTF-8''(.+)$/.exec(one.headers.get('content-disposition') ?? '')?.[1] ?? '',
    );
    const rowsOf = async (bytes: Uint8Array | undefined) =>
      (await readXlsx(bytes ?? new Uint8Array())).sheets[0]?.rows;
    const rows = await rowsOf(await one.bytes());
    expect(rows?.length).toBeGreaterThan(38);
    expect(rows).toEqual(await rowsOf(files[name]));
  });
});
