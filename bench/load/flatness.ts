// One branch's pages in books of its own and in books it shares: the same requests to both by turns, medians compared.
import { PAGES } from './loads.ts';
import { type Served, served } from './serving.ts';

export type Flat = { readonly page: string; readonly alone: number; readonly among: number };

const OTHERS = 1_000;
const TURNS = 60;

/** `at`: a fresh database each time; undefined: embedded. The other branches hold three members each. */
export async function flatness(at: () => Promise<string | undefined>): Promise<Flat[]> {
  const alone = await served({ branches: 1, members: 40, entries: 45, others: 0 }, await at());
  const among = await served({ branches: 1, members: 40, entries: 45, others: OTHERS }, await at());
  try {
    const measured: Flat[] = [];
    for (const page of pagesOf(alone).keys()) {
      const times: Record<'alone' | 'among', number[]> = { alone: [], among: [] };
      for (let turn = 0; turn < TURNS; turn += 1) {
        times.alone.push(await asked(alone, page));
        times.among.push(await asked(among, page));
      }
      measured.push({ page, alone: median(times.alone), among: median(times.among) });
    }
    return measured;
  } finally {
    await alone.stop();
    await among.stop();
  }
}

function pagesOf({ branches: [branch], notice }: Served): ReadonlyMap<string, string> {
  if (branch === undefined) throw new Error('the branch is missing');
  return new Map([...Object.entries(PAGES(branch)), ['公示页', `/${notice}`]]);
}

async function asked(books: Served, page: string): Promise<number> {
  const cookie = books.branches[0]?.scorekeeper.cookie ?? '';
  const began = performance.now();
  const response = await fetch(new URL(pagesOf(books).get(page) ?? '', books.url), { headers: { cookie } });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${page}: ${response.status}`);
  return performance.now() - began;
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
