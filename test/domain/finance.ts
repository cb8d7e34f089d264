// The measure as it ships, for tests that want the real thing.
import { readPolicy } from '../../src/store/policyFolder.ts';

const answer = await readPolicy('policy/finance-bureau');
if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));

export const FINANCE = answer;
