// npm run policy-map: writes docs/policy-map.md anew.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MAP_FILE, policyMap } from './policy/map.ts';

const [root = '.'] = process.argv.slice(2);
const file = join(root, MAP_FILE);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, policyMap(root));
console.log(`已写入 ${MAP_FILE}`);
