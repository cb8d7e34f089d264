// The measure under test: the finance bureau's, as every other part of the product reads it.
import { join } from 'node:path';
import type { Policy } from '../src/domain/policy/policy.ts';
import { readPolicy } from '../src/store/policyFolder.ts';

/** Reads policy/finance-bureau; a policy with problems is a fault here. */
export async function financeBureau(): Promise<Policy> {
  const answer = await readPolicy(join(import.meta.dirname, '../policy/finance-bureau'));
  if ('problems' in answer) throw new Error(`policy/finance-bureau: ${JSON.stringify(answer.problems)}`);
  return answer.policy;
}
