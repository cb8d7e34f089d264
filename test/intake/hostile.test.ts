// Files made to hurt: each is answered in a sentence, in less than two seconds, in bounded memory, and the thread that asked
// never waits for the parser. Each runs in a process of its own, so that its memory is its own.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { CELL, partsWith } from './workbook.ts';

const MEGABYTE = 1_000_000;
const folder = await mkdtemp(join(tmpdir(), 'jifen-hostile-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const sheet = (inner: string) => partsWith(`<sheetData>${CELL}${inner}</sheetData>`);
const beside = (inner: string) => partsWith(`<sheetData>${CELL}</sheetData>${inner}`);
const strings = (text: string) => ({ ...sheet(''), 'xl/sharedStrings.xml': strToU8(text) });
const zip = (parts: Record<string, Uint8Array>) => zipSync(parts, { level: 1 });
const parts = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n}`, new Uint8Array()]));
const bomb = { ...sheet(''), 'xl/sharedStrings.xml': new Uint8Array(200 * MEGABYTE).fill(32) };

/** The same zip with headers that say its large part is ten bytes long. */
function lying(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length - 46; at += 1) {
    const signature = view.getUint32(at, true);
    const size = signature === 0x04034b50 ? at + 22 : signature === 0x02014b50 ? at + 24 : undefined;
    if (size !== undefined && view.getUint32(size, true) === 200 * MEGABYTE) view.setUint32(size, 10, true);
  }
  return bytes;
}

/** A directory of a million parts: one real entry, repeated. */
function millionParts(): Uint8Array {
  const one = zipSync({ a: new Uint8Array() }, { level: 0 });
  const view = new DataView(one.buffer);
  const end = one.length - 22;
  const start = view.getUint32(end + 16, true);
  const entry = one.subarray(start, end);
  const count = 300_000;
  const bytes = new Uint8Array(start + entry.length * count + 22);
  bytes.set(one.subarray(0, start));
  for (let n = 0; n < count; n += 1) bytes.set(entry, start + n * entry.length);
  bytes.set(one.subarray(end), start + entry.length * count);
  const tail = new DataView(bytes.buffer, bytes.length - 22);
  tail.setUint16(8, 0xffff, true);
  tail.setUint16(10, 0xffff, true);
  return bytes;
}

const FILES: readonly (readonly [string, string, () => Uint8Array, string])[] = [
  ['a zip bomb', 'a.xlsx', () => zip(bomb), '解压后超过 30 MB'],
  ['a zip bomb whose headers lie', 'a.xlsx', () => lying(zip(bomb)), '文件'],
  [
    'a sheet of 200 MB',
    'a.xlsx',
    () => zip(sheet('<row><c><v>1</v></c></row>'.repeat(8 * MEGABYTE))),
    '解压后超过 30 MB',
  ],
  ['a file of 25 MB', 'a.xlsx', () => new Uint8Array(25 * MEGABYTE).fill(80), '应不超过 20 MB'],
  ['60,000 parts', 'a.xlsx', () => zip({ ...sheet(''), ...parts(60_000) }), '部件超过 2000 个'],
  ['a directory without end', 'a.xlsx', millionParts, '部件超过 2000 个'],
  ['XML nested without end', 'a.xlsx', () => zip(sheet('<a>'.repeat(5 * MEGABYTE))), '过于复杂'],
  [
    'shared strings nested without end',
    'a.xlsx',
    () => zip(strings(`<sst>${'<si>'.repeat(4 * MEGABYTE)}`)),
    '过于复杂',
  ],
  [
    'shared strings by the million',
    'a.xlsx',
    () => zip(strings(`<sst>${'<si><t>a</t></si>'.repeat(MEGABYTE)}</sst>`)),
    '过于复杂',
  ],
  [
    'one shared string of 17 MB',
    'a.xlsx',
    () => zip(strings(`<sst><si><t>${'a'.repeat(17 * MEGABYTE)}</t></si></sst>`)),
    '单元格超过 2000 个字',
  ],
  [
    'a tag with a million attributes',
    'a.xlsx',
    () => zip(sheet(`<row ${'a="1" '.repeat(2 * MEGABYTE)}/>`)),
    '过于复杂',
  ],
  ['a tag that never ends', 'a.xlsx', () => zip(sheet(`<${'a'.repeat(17 * MEGABYTE)}`)), '过于复杂'],
  [
    'columns that each stand for 16,384',
    'a.xlsx',
    () => zip(beside(`<cols>${'<col min="1" max="16384" width="9"/>'.repeat(MEGABYTE / 4)}</cols>`)),
    '过于复杂',
  ],
  [
    'merged cells by the million',
    'a.xlsx',
    () => zip(beside(`<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(MEGABYTE / 2)}</mergeCells>`)),
    '过于复杂',
  ],
  [
    'links into rows far down',
    'a.xlsx',
    () =>
      zip(
        beside(`<hyperlinks>${'<hyperlink ref="A1048576" location="x"/>'.repeat(MEGABYTE / 4)}</hyperlinks>`),
      ),
    '过于复杂',
  ],
  [
    'entities that multiply',
    'a.xlsx',
    () =>
      zip({
        ...sheet(''),
        'xl/worksheets/sheet1.xml': strToU8(
          '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>',
        ),
      }),
    '实体定义',
  ],
  ['a csv line of nine million columns', 'a.csv', () => strToU8('a,'.repeat(9 * MEGABYTE)), '单元格'],
  [
    'a csv quote that swallows the file',
    'a.csv',
    () => strToU8(`编号\n"${'a'.repeat(19 * MEGABYTE)}`),
    '双引号',
  ],
  [
    'a csv of nothing but line ends',
    'a.csv',
    () => strToU8(`编号\n${'\n'.repeat(19 * MEGABYTE)}`),
    '超过 30000 行',
  ],
  [
    'a csv of too many cells',
    'a.csv',
    () => strToU8(`${'a,'.repeat(50)}\n`.repeat(29_000)),
    '单元格超过 360000 个',
  ],
];

const SCRIPT = `
  import { readFileSync } from 'node:fs';
  import { readTable } from './src/intake/readTable.ts';
  import { fileProblem } from './src/service/yearFiles/fileProblem.ts';
  import { problemText } from './src/service/yearFiles/problem.ts';
  const [name, path] = process.argv.slice(1);
  const bytes = new Uint8Array(readFileSync(path));
  const memory = process.memoryUsage().rss;
  const began = process.cpuUsage();
  let peak = memory;
  let longest = 0;
  let last = performance.now();
  const watching = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 2);
  const reading = await readTable(name, bytes);
  clearInterval(watching);
  // of all threads: what the machine does besides is not ours
  const { user, system } = process.cpuUsage(began);
  const told = (reading.faults ?? []).map((fault) => problemText(fileProblem(fault)));
  console.log(JSON.stringify({ told, milliseconds: (user + system) / 1000, megabytes: (peak - memory) / 1e6, longest }));`;

type Answer = { told: string[]; milliseconds: number; megabytes: number; longest: number };

async function ask(name: string, path: string): Promise<Answer> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT, name, path]);
  let out = '';
  for await (const chunk of child.stdout) out += String(chunk);
  return JSON.parse(out) as Answer;
}

test.each(FILES)('%s', { timeout: 60_000 }, async (what, name, make, part) => {
  const path = join(folder, what.replaceAll(' ', '-'));
  await writeFile(path, make());
  const { told, milliseconds, megabytes, longest } = await ask(name, path);
  await rm(path);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(part);
  expect(milliseconds).toBeLessThan(2_000);
  expect(megabytes).toBeLessThan(190);
  expect(longest).toBeLessThan(500);
});
