/** What a branch's own folder may look like, and what it is told. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readPolicy, readPolicyFolder } from '../../src/store/policyFolder.ts';
import { FINANCE_BUREAU, finance } from './finance.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'policy-'));
  folders.push(folder);
  cpSync(FINANCE_BUREAU, folder, { recursive: true });
  return folder;
}

function withFile(file: string, content: string | Uint8Array | ((before: string) => string)): string {
  const folder = copy();
  const path = join(folder, file);
  writeFileSync(path, typeof content === 'function' ? content(readFileSync(path, 'utf8')) : content);
  return folder;
}

test('a whole folder is a policy with its hash', async () => {
  const read = await readPolicy(FINANCE_BUREAU);
  expect('policy' in read ? [read.policy.id, read.sha256] : read).toEqual(['finance-bureau', finance.sha256]);
  expect(finance.sha256).toMatch(/^[0-9a-f]{64}$/);
});

describe('the hash is of what the files say', () => {
  const hashOf = async (folder: string) => (await readPolicyFolder(folder)).sha256;

  test('comments, blank lines and quotes do not change it', async () => {
    const folder = withFile('policy.yaml', (text) => `# 又一行\n\n${text.replace('year: 30', "year: '30'")}`);
    expect(await hashOf(folder)).toBe(finance.sha256);
  });

  test('examples and the plain text do not change it', async () => {
    expect(await hashOf(withFile('measure.txt', '另一份'))).toBe(finance.sha256);
  });

  test.each([
    ['policy.yaml', 'from: 80,', 'from: 81,'],
    ['readings.yaml', '2026-01-01', '2026-01-02'],
    ['bonuses.yaml', 'amount: 0.5', 'amount: 0.6'],
    ['clauses.yaml', 'R82', 'R83'],
  ])('another word in %s does', async (file, before, after) => {
    expect(await hashOf(withFile(file, (text) => text.replace(before, after)))).not.toBe(finance.sha256);
  });
});

const GIVEN_UP = '引用（&、*）没有定义或太多，或者套了太多层；含 * 的文字应放在引号里';

describe('files that cannot be read', () => {
  test.each<[string, string | Uint8Array, string, string]>([
    ['a quote that never ends', 'id: "finance\n', '第 2 行第 1 列', '少了配对的引号、括号或逗号'],
    ['a name written twice', 'id: a\nid: b\n', '第 2 行第 1 列', '同一个名称写了两次，应只留一个'],
    ['a tab for indentation', 'periods:\n\tcount: 4\n', '第 2 行第 1 列', '用了制表符，缩进应全部用空格'],
    [
      'wrong indentation',
      'periods:\n    count: 4\n  name: 季度\n',
      '第 3 行第 1 列',
      '缩进不对，同一层的内容应左边对齐',
    ],
    [
      'two colons in a line',
      'title: 办法: 一\n',
      '第 1 行第 8 列',
      '一行里有两个“: ”，含冒号的文字应放在引号里',
    ],
    ['a name nobody defined', 'title: *办法\n', '（整个文件）', GIVEN_UP],
    ['two papers in one file', 'id: a\n---\nid: b\n', '第 2 行第 1 列', '一个文件只写一份内容，应删去“---”'],
    [
      'bytes of GBK',
      new Uint8Array([0x69, 0x64, 0x3a, 0x20, 0xb0, 0xec, 0xb7, 0xa8]),
      '（整个文件）',
      '应为 UTF-8 编码，请另存为 UTF-8',
    ],
  ])('%s', async (_what, content, path, expected) => {
    const { problems } = await readPolicyFolder(withFile('policy.yaml', content));
    expect(problems).toContainEqual({ file: 'policy.yaml', path, expected });
  });

  test('lists a hundred thousand deep', async () => {
    const { problems } = await readPolicyFolder(withFile('policy.yaml', '['.repeat(100_000)));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(3);
  });

  test('a bomb of aliases', async () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(', ')}]`)
      .join('\n')}\n`;
    const { problems } = await readPolicyFolder(withFile('policy.yaml', bomb));
    expect(problems).toEqual([{ file: 'policy.yaml', path: '（整个文件）', expected: GIVEN_UP }]);
  });

  test('a file that is not there, and one with a misspelt name', async () => {
    const folder = withFile('bonus.yaml', 'kind: bonus\n');
    rmSync(join(folder, 'bonuses.yaml'));
    const { problems } = await readPolicyFolder(folder);
    expect(problems).toEqual([
      {
        file: 'bonus.yaml',
        path: '（文件名）',
        expected: expect.stringContaining('bonuses.yaml') as unknown,
      },
      { file: 'bonuses.yaml', path: '（整个文件）', expected: '缺少此文件' },
    ]);
  });

  test('a folder that is not there', async () => {
    expect(await readPolicy('/no/such/folder')).toEqual({
      problems: [{ file: '/no/such/folder', path: '（文件夹）', expected: '应为办法所在的文件夹，找不到它' }],
    });
  });
});
