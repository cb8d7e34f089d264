import { type Citation, citationsOf, readLines } from './citations.ts';
import { type Clause, readClauses } from './clauses.ts';

export const MAP_FILE = 'docs/policy-map.md';

const HEAD = `# 条款对照表

由 \`npm run policy-map\` 生成，请勿手改。每条一行：办法条款 → 数据 → 代码 → 测试。看一条的全文和所在行：\`npm run where 3.4.2\`。

| 条款 | 标题 | 数据 | 代码 | 测试 |
|---|---|---|---|---|
`;

function filesOf(kind: Citation['kind'], citations: Citation[]): string {
  const files = new Set(citations.filter((citation) => citation.kind === kind).map(({ file }) => file));
  return [...files].map((file) => `\`${file}\``).join('<br>') || '—';
}

function row(clause: Clause, citations: Citation[]): string {
  const title = clause.title ?? clause.text?.slice(0, 24) ?? '';
  const cells = (['data', 'code', 'test'] as const).map((kind) => filesOf(kind, citations));
  const note = clause.operative ? '' : '（不含可执行内容）';
  return `| ${clause.id} | ${title}${note} | ${cells.join(' | ')} |\n`;
}

/** The document that leads from each clause to its data, code and tests. */
export function policyMap(root: string): string {
  const lines = readLines(root);
  return (
    HEAD +
    readClauses(root)
      .map((clause) => row(clause, citationsOf(clause.id, lines)))
      .join('')
  );
}
