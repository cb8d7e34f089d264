/** The only place where things are wired: who reads files, who keeps books, what the commands are given. */
import { fileURLToPath } from 'node:url';
import type { PolicyTools } from './cli/policy.ts';
import type { YearTools } from './cli/year.ts';
import { readTableFile } from './intake/tableFile.ts';
import { readPolicy, readPolicyFolder } from './store/policyFolder.ts';

const DEFAULT_POLICY = fileURLToPath(new URL('../policy/finance-bureau', import.meta.url));

export const policyTools: PolicyTools = { read: readPolicyFolder, defaultFolder: DEFAULT_POLICY };

export const yearTools: YearTools = {
  readPolicy,
  readTable: readTableFile,
  defaultFolder: DEFAULT_POLICY,
};
