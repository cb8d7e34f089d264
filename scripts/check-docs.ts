// Holds the documents to the truth. Run by `npm test`; alone: node scripts/check-docs.ts [folder]
import { readDocuments } from './docs/documents.ts';
import { checkDecisions } from './docs/decisions.ts';
import { checkForeignPaths } from './docs/foreignPaths.ts';
import { checkMap } from './docs/map.ts';
import { checkCommands, checkLimits, checkPaths } from './docs/quoted.ts';
import { report } from './shape/problem.ts';

const [root = '.'] = process.argv.slice(2);
const documents = readDocuments(root);
report(`文档（${documents.length} 篇）`, [
  ...documents.flatMap((document) => [
    ...checkPaths(root, document),
    ...checkCommands(root, document),
    ...checkLimits(document),
  ]),
  ...checkDecisions(root),
  ...checkMap(root),
  ...checkForeignPaths(root),
]);
