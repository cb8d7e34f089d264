// node scripts/make-example.ts: writes examples/roster.xlsx and examples/records.xlsx. The same files every time.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleFiles } from './example/workbook.ts';

const FOLDER = join(import.meta.dirname, '../examples');

for (const [name, bytes] of await exampleFiles()) {
  writeFileSync(join(FOLDER, name), bytes);
  console.log(`examples/${name}`);
}
