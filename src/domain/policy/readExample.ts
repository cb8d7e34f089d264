import type { PolicyProblem } from './assemble.ts';
import { type ExampleFile, exampleFile } from './example.ts';
import { inChinese, readablePath } from './wording.ts';

/** `file`: its name, for the problems; `document`: its parsed content. */
export function readExample(
  file: string,
  document: unknown,
): { readonly example: ExampleFile } | { readonly problems: readonly PolicyProblem[] } {
  const result = exampleFile.safeParse(document, { error: inChinese });
  if (result.success) return { example: result.data };
  return {
    problems: result.error.issues.map(({ path, message }) => ({
      file: `examples/${file}`,
      path: readablePath(document, path),
      expected: message,
    })),
  };
}
