/** Branch years as the pages read them, reckoned once for every head of the books. Whether one may read, the caller has asked. */
import { REGISTER, yearBook } from '../domain/fact.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { bookedYear } from '../service/bookedYear.ts';
import type { Reading } from '../service/ports.ts';
import { type BranchYear, branchYear } from '../service/views/branchYear.ts';
import type { Services } from './services.ts';

export type Years = (organisationId: string, year: number) => Promise<BranchYear | Refusal>;

/** Members of all years kept at a time: a county's branches, or four of 10,000, which hold some hundred megabytes each. */
const KEPT = 40_000;

export function openYears({ world }: Pick<Services, 'world'>): Years {
  const kept = new Map<string, { readonly heads: string; readonly branch: BranchYear }>();
  return async (organisationId, year) => {
    return world.store.read(async (tx) => {
      const place = `${organisationId} ${year}`;
      const heads = await headsOf(tx, organisationId, year);
      const known = kept.get(place);
      if (known?.heads === heads) return known.branch;
      const source = await bookedYear(tx, organisationId, year);
      if (isRefusal(source)) return source;
      const branch = branchYear(source);
      kept.delete(place);
      kept.set(place, { heads, branch });
      let members = 0;
      for (const one of kept.values()) members += one.branch.members.length;
      for (const [oldest, { branch: dropped }] of kept) {
        if (members <= KEPT || oldest === place) break;
        members -= dropped.members.length;
        kept.delete(oldest);
      }
      return branch;
    });
  };
}

/** A year's figures depend on the register and on its own book, and on nothing else. */
async function headsOf(tx: Reading, organisationId: string, year: number): Promise<string> {
  const wanted = [REGISTER, yearBook(year)];
  const books = (await tx.books(organisationId)).filter(({ book }) => wanted.includes(book));
  return books.map(({ book, seq, hash }) => `${book} ${seq} ${hash}`).join('\n');
}
