/** A draft as a policy, looked at by the same lints as a folder of files. The same in the browser and on the server. */
import { assemblePolicy } from '../assemble.ts';
import { lintPolicy } from '../lint.ts';
import { error, type Finding } from '../lint/finding.ts';
import type { Policy } from '../policy.ts';
import { applyChanges } from './apply.ts';
import type { Change } from './change.ts';
import type { Documents } from './documents.ts';

export type Looked = { readonly policy: Policy | null; readonly findings: readonly Finding[] };

/** The draft and everything `jifen policy check` would find in its files, errors first. */
export function lookAt(base: Documents, changes: readonly Change[]): Looked {
  const applied = applyChanges(base, changes);
  if ('problems' in applied)
    return {
      policy: null,
      findings: applied.problems.map(({ file, path, expected }) => error(file, path, expected)),
    };
  const assembled = assemblePolicy(applied.documents);
  return { policy: 'policy' in assembled ? assembled.policy : null, findings: lintPolicy(applied.documents) };
}
