// npm run bench:load [-- --check]: 2,000 members in 50 branches on both engines: the public notice, the reading and the acts of the
// offices at the promised rates (promises P9); then one branch's pages alone and beside 1,000 other branches.
import { provideDatabase } from '../scripts/ci/postgres.ts';
import { databaseOn } from './load/database.ts';
import { flood } from './load/flood.ts';
import { flatness } from './load/flatness.ts';
import { type Load, loads, type Measured, run } from './load/loads.ts';
import { served } from './load/serving.ts';

const COUNTY = { branches: 50, members: 40, entries: 45 };

const database = await provideDatabase();
const engines = ['sqlite', ...(database.url === undefined ? [] : ['postgres'])] as const;
let kept = true;
const say = (ok: boolean, text: string) => {
  kept &&= ok;
  console.log(`${ok ? 'PASS' : 'FAIL'}  ${text}`);
};

function told({ name, rate, within }: Load, { answered, p95, failed, seconds }: Measured): [boolean, string] {
  const reached = answered / seconds;
  const ok = reached >= rate * 0.99 && p95 < within && failed === 0;
  const figures = `${reached.toFixed(0)} 次每秒（要求 ${rate}），95% 在 ${p95.toFixed(0)} 毫秒内（要求 ${within}）`;
  return [ok, `${name}：${figures}，失败 ${failed} 次`];
}

try {
  for (const engine of engines) {
    const url = engine === 'postgres' ? await databaseOn(database.url ?? '') : undefined;
    const books = await served(COUNTY, url);
    console.log(`\n${engine}：${books.branches.length} 个支部，账册 ${books.facts} 条`);
    const [notice, reading, acting] = loads(books);
    for (const load of [notice, reading, acting]) say(...told(load, await run(books, load)));
    const { sent, refused, calm, flooded, failed } = await flood(books, {
      ...reading,
      rate: reading.rate / 4,
    });
    say(
      refused >= 99 && flooded < 2 * calm && failed === 0,
      `异议表被刷 ${sent} 次：挡下 ${refused.toFixed(1)}%；各职务查看 95% 在 ${calm.toFixed(0)} 毫秒内，被刷时 ${flooded.toFixed(0)} 毫秒，失败 ${failed} 次`,
    );
    await books.stop();
  }
  for (const engine of engines) {
    console.log(`\n${engine}：一个支部的页面，旁边没有别的支部／有 1,000 个`);
    const at = async () => (engine === 'postgres' ? databaseOn(database.url ?? '') : undefined);
    for (const { page, alone, among } of await flatness(at)) {
      const ratio = among / alone;
      say(ratio <= 1.3, `${page}：${alone.toFixed(1)}／${among.toFixed(1)} 毫秒，${ratio.toFixed(2)} 倍`);
    }
  }
} finally {
  await database.close();
}
if (!kept && process.argv.includes('--check')) process.exitCode = 1;
