import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAP_FILE, policyMap } from '../policy/map.ts';
import type { Problem } from '../shape/problem.ts';

/** The generated map says what the files say now. */
export function checkMap(root: string): Problem[] {
  const file = join(root, MAP_FILE);
  const current = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (current === policyMap(root)) return [];
  return [{ file: MAP_FILE, rule: 'map', text: '已过时，请运行 npm run policy-map' }];
}
