import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { givenTree, whenRun } from './tree.ts';

const SOUND = {
  'package.json': '{ "scripts": { "start": "node a.js", "where": "node b.ts", "policy-map": "node c.ts" } }',
  'README.md': '# 说明\n先 `npm start`，再 `npx jifen year`，代码在 `src/cli/`。文件 median ≤ 60 行。\n',
  'src/cli/year.ts': 'export const year = 1;\n',
  'docs/decisions/0001-data.md': '# 1. Data\n',
  'policy/one/clauses.yaml': "- { id: '3.4.2', title: 扣分内容 }\n",
};

/** A checkout whose map is up to date. */
function givenDocs(files: Record<string, string>): string {
  const root = givenTree({ ...SOUND, ...files });
  whenRun('scripts/policy-map.ts', root);
  return root;
}

test('说的都是真的：没有问题', () => {
  expect(whenRun('scripts/check-docs.ts', givenDocs({}))).toMatchObject({ status: 0 });
});

test.each([
  { fault: '没有的文件', text: '见 `src/cli/import.ts`', says: 'STYLE.md:1  [paths] 没有 src/cli/import.ts' },
  { fault: '没有的通配', text: '见 `docs/*.txt`', says: '[paths] 没有 docs/*.txt' },
  {
    fault: '没有的 npm 脚本',
    text: '```\nnpm run fly\n```',
    says: 'STYLE.md:2  [commands] package.json 里没有 npm run fly',
  },
  { fault: '没有的命令', text: '`jifen fly 3`', says: '[commands] 没有命令 jifen fly' },
  {
    fault: '不符的上限',
    text: 'Functions: at most 80 lines',
    says: '[limits] “Functions: at most 80”与实际检查的 70 不符',
  },
  { fault: '别的机器上的路径', text: `看 ${'/ho'}${'me/zhang/jifen'}`, says: '[foreign]' },
])('文档里写了$fault：指出来', ({ text, says }) => {
  const { status, said } = whenRun('scripts/check-docs.ts', givenDocs({ 'STYLE.md': `${text}\n` }));
  expect(said).toContain(says);
  expect(status).toBe(1);
});

test('决定的编号跳过一个：指出来', () => {
  const { said } = whenRun('scripts/check-docs.ts', givenDocs({ 'docs/decisions/0003-x.md': '# 3. X\n' }));
  expect(said).toContain('[decisions] 编号应为 0002');
});

test('条款有了新的引用而对照表没有重做：指出来', () => {
  const root = givenDocs({});
  writeFileSync(join(root, 'src/cli/year.ts'), '// §3.4.2\nexport const year = 1;\n');
  expect(whenRun('scripts/check-docs.ts', root).said).toContain('[map] 已过时');
});
