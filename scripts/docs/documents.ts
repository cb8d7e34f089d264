import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A document; `quotes` are its inline code and the lines of its code blocks. */
export type Document = { file: string; lines: string[]; quotes: { text: string; line: number }[] };

function readDocument(root: string, file: string): Document {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  let inBlock = false;
  const quotes = lines.flatMap((text, index) => {
    const line = index + 1;
    if (text.startsWith('```')) {
      inBlock = !inBlock;
      return [];
    }
    if (inBlock) return [{ text, line }];
    return [...text.matchAll(/`([^`]+)`/g)].map(([, quote = '']) => ({ text: quote, line }));
  });
  return { file, lines, quotes };
}

/** Everything written for people: the pages at the top and docs/. */
export function readDocuments(root: string): Document[] {
  return globSync(['*.md', 'docs/**/*.md'], { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((file) => readDocument(root, file));
}
