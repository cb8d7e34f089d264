// The measure under test: the finance bureau's, as every other part of the product reads it.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { assemblePolicy } from '../src/domain/policy/assemble.ts';
import type { Policy } from '../src/domain/policy/policy.ts';

const FOLDER = join(import.meta.dirname, '../policy/finance-bureau');

/** Reads policy/finance-bureau; a policy with problems is a fault here. */
export function financeBureau(): Policy {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
  const documents = Object.fromEntries(
    files.map((file) => [
      basename(file, '.yaml'),
      parse(readFileSync(join(FOLDER, file), 'utf8')) as unknown,
    ]),
  );
  const assembled = assemblePolicy(documents);
  if ('policy' in assembled) return assembled.policy;
  throw new Error(`policy/finance-bureau: ${JSON.stringify(assembled.problems)}`);
}
