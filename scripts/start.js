// npm start: makes everything ready, then opens the books. Plain JavaScript for any Node ≥ 20.
import { giveUp, handOver, installWhatIsMissing } from '../bin/ready.js';
import { buildWebWhenStale } from './web.js';

await installWhatIsMissing({ dev: false });
if (!(await buildWebWhenStale())) giveUp('没有网页无法启动，请先解决上面的错误。');
handOver('src/main/server.ts', process.argv.slice(2));
