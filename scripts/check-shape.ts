// Holds the code against scripts/shape/rules.ts. Run by `npm test`; alone: node scripts/check-shape.ts [folder]
import { checkArrows } from './shape/arrows.ts';
import { checkClauses } from './shape/clauses.ts';
import { checkCycles } from './shape/cycles.ts';
import { report, withExceptions } from './shape/problem.ts';
import { EXCEPTIONS } from './shape/rules.ts';
import { checkSizes } from './shape/sizes.ts';
import { readSources } from './shape/source.ts';
import { checkWords } from './shape/words.ts';

const [root = '.'] = process.argv.slice(2);
const sources = readSources(root);
const problems = [
  ...checkArrows(sources),
  ...checkCycles(sources),
  ...checkSizes(sources),
  ...checkWords(sources),
  ...checkClauses(root),
];
report(`代码结构（${sources.length} 个文件）`, withExceptions(problems, EXCEPTIONS));
