// npm run where 3.4.2: a clause, and where it lives in data, code and tests.
import { citationsOf, readLines } from './policy/citations.ts';
import { readClauses } from './policy/clauses.ts';

const [id, root = '.'] = process.argv.slice(2);
const clauses = readClauses(root);
const clause = clauses.find((one) => one.id === id);
if (clause) {
  console.log(`${clause.id}  ${clause.title ?? ''}\n${clause.text ?? ''}`);
  if (!clause.operative) console.log('（标题或宗旨，没有可执行的内容）');
  const citations = citationsOf(clause.id, readLines(root));
  for (const { kind, title } of [
    { kind: 'data', title: '数据' },
    { kind: 'code', title: '代码' },
    { kind: 'test', title: '测试' },
  ]) {
    console.log(`\n${title}`);
    const found = citations.filter((citation) => citation.kind === kind);
    for (const { file, line, text } of found) console.log(`  ${file}:${line}  ${text.slice(0, 100)}`);
    if (found.length === 0) console.log('  （无）');
  }
} else {
  console.error(
    `没有条款“${id ?? ''}”。用法：npm run where 3.4.2。可用的条款：${clauses.map((one) => one.id).join(' ')}`,
  );
  process.exitCode = 1;
}
