import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const clauses = z.array(
  z.object({
    id: z.string(),
    title: z.string().optional(),
    text: z.string().optional(),
    operative: z.boolean().default(true),
  }),
);

/** A clause of the measure; `file` is the clauses.yaml it stands in. Titles and aims are not operative. */
export type Clause = z.infer<typeof clauses>[number] & { file: string };

/** The clauses of every measure under policy/. */
export function readClauses(root: string): Clause[] {
  return globSync('policy/*/clauses.yaml', { cwd: root }).flatMap((file) =>
    clauses.parse(parse(readFileSync(join(root, file), 'utf8'))).map((clause) => ({ ...clause, file })),
  );
}
