import { expect, test } from 'vitest';
import { givenTree, whenRun } from './tree.ts';

/** The smallest checkout without a fault. */
const SOUND = {
  'policy/one/clauses.yaml':
    "- { id: '1', title: 总则, operative: false }\n- { id: '2.1', text: 每季度统计一次 }\n",
  'policy/one/policy.yaml': "periods: { clause: '2.1', count: 4 }\n",
  'src/domain/points.ts': 'export const add = (a: number, b: number) => a + b;\n',
  'src/service/perform.ts': "import { add } from '../domain/points.ts';\nexport const two = add(1, 1);\n",
};

test('一个守规矩的目录没有问题', () => {
  expect(whenRun('scripts/check-shape.ts', givenTree(SOUND))).toMatchObject({ status: 0 });
});

const long = (lines: number) =>
  Array.from({ length: lines }, (_, n) => `export const line${n} = 0;`).join('\n');

const FAULTS: { fault: string; files: Record<string, string>; says: string }[] = [
  {
    fault: '内核引用服务',
    files: {
      'src/domain/policy/a.ts': "import { two } from '../../service/perform.ts';\nexport const a = two;\n",
    },
    says: 'src/domain/policy/a.ts:1  [arrows] domain/policy/a 不能引用 service/perform',
  },
  {
    fault: '只为类型也不能逆着引用',
    files: { 'src/store/a.ts': "import type { X } from '../service/perform.ts';\nexport type A = X;\n" },
    says: '[arrows] store/a 不能引用 service/perform',
  },
  {
    fault: '动态引用同样算数',
    files: { 'src/forms/a.ts': "export const a = () => import('../store/open.ts');\n" },
    says: '[arrows] forms/a 不能引用 store/open',
  },
  {
    fault: '内核里引用排在后面的部分',
    files: {
      'src/domain/policy/a.ts': "import { b } from '../year/b.ts';\nexport const a = b;\n",
      'src/domain/year/b.ts': 'export const b = 1;\n',
    },
    says: '[arrows] domain/policy/a 不能引用 domain/year/b',
  },
  {
    fault: '内核引用 Node',
    files: {
      'src/domain/policy/a.ts': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n",
    },
    says: '[arrows] domain 不能引用 node:fs',
  },
  {
    fault: '表里没有的房间',
    files: { 'src/plugins/a.ts': 'export const a = 1;\n' },
    says: '[arrows] src/plugins 不在',
  },
  {
    fault: '循环引用',
    files: {
      'src/service/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
      'src/service/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    },
    says: '[cycles] 循环引用：src/service/a.ts → src/service/b.ts → src/service/a.ts',
  },
  {
    fault: '只转手导出',
    files: { 'src/service/all.ts': "export * from './perform.ts';\n" },
    says: '[barrel]',
  },
  {
    fault: '空洞的名字',
    files: { 'src/service/dateUtils.ts': 'export const a = 1;\n' },
    says: '[names] “dateUtils”',
  },
  {
    fault: '空洞的文件夹名',
    files: { 'src/service/common/a.ts': 'export const a = 1;\n' },
    says: '[names] “common”',
  },
  {
    fault: 'any',
    files: { 'src/service/a.ts': 'export const a = (x: any) => String(x);\n' },
    says: ':1  [any]',
  },
  { fault: '过长的文件', files: { 'test/a.test.ts': long(401) }, says: '[cap] 文件有 401 行' },
  {
    fault: '过长的函数',
    files: { 'src/cli/a.ts': `export function a() {\n${'\n'.repeat(69)}}\n` },
    says: '[function] 函数有 71 行',
  },
  {
    fault: '内核里的钟',
    files: { 'src/domain/round/a.ts': '// 中文\nexport const a = () => new Date();\n' },
    says: 'a.ts:2  [pure] domain 不能用 Date',
  },
  {
    fault: '内核里的随机数',
    files: { 'src/domain/round/a.ts': 'export const a = Math.random();\n' },
    says: '[pure] domain 不能用 Math.random',
  },
  {
    fault: '代码里的办法数字',
    files: { 'src/forms/a.ts': 'export const quarterBase = 7_50;\n' },
    says: '[figures] 750',
  },
  {
    fault: '没有人引用的条款',
    files: { 'policy/one/policy.yaml': 'periods: { count: 4, note: 12.1 }\n' },
    says: '[clauses] 条款 2.1 没有',
  },
];

test.each(FAULTS)('$fault：指出来', ({ files, says }) => {
  const { status, said } = whenRun('scripts/check-shape.ts', givenTree({ ...SOUND, ...files }));
  expect(said).toContain(says);
  expect(status).toBe(1);
});

test('半数以上的文件偏长：指出中位数', () => {
  const root = givenTree({
    ...SOUND,
    'src/service/a.ts': long(61),
    'src/service/b.ts': long(61),
    'src/service/c.ts': long(61),
  });
  expect(whenRun('scripts/check-shape.ts', root).said).toContain('中位数为 61，应不超过 60');
});

test('名叫 Date 的属性不是钟', () => {
  const root = givenTree({ ...SOUND, 'src/domain/round/a.ts': 'export const a = { Date: 1 }.Date;\n' });
  expect(whenRun('scripts/check-shape.ts', root)).toMatchObject({ status: 0 });
});
