// A server over a county's books in a process of its own, until its standard input ends. Says on one line what it holds.
import { serveWithin } from '../../test/server/serving.ts';
import { AT, county } from './county.ts';

const [branches = 0, members = 0, entries = 0, others = 0] = process.argv.slice(2).map(Number);
const url = process.env['LOAD_DATABASE_URL'];
const serving = await serveWithin({
  databaseUrl: url,
  around: (services) => ({ ...services, world: { ...services.world, now: () => AT } }),
});
const books = await county(
  serving,
  { branches, members, entries, others },
  { url, dataDir: serving.dataDir },
);
console.log(JSON.stringify(books));
process.stdin.resume().on('end', () => void serving.stop());
