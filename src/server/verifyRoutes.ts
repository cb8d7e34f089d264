/** Verifying: one organisation's books by whoever looks at them, all of the machine by its audit administrator. */
import { REGISTER, yearBook } from '../domain/fact.ts';
import { refuse } from '../domain/refusal.ts';
import type { BookRow } from '../service/ports.ts';
import type { Verification } from '../service/verify/verify.ts';
import { wrongSentence } from '../service/views/wrongWords.ts';
import { shortHash } from '../service/views/yearHead.ts';
import type { Guarded } from './guarded.ts';
import { thrown } from './problem.ts';
import type { Services } from './services.ts';

export function verifyRoutes(os: Guarded, { world, verify }: Services) {
  const told = async ({ sound, facts, books, wrong }: Verification) => {
    const known = await world.store.read((tx) => tx.organisations());
    const names = new Map(known.map(({ organisationId, name }) => [organisationId, name]));
    const heads = books.map((book) => ({
      ...headWords(book),
      organisation: names.get(book.organisationId) ?? '',
    }));
    return { sound, facts, heads, wrong: wrong.map(wrongSentence) };
  };
  return {
    verify: os.verify.handler(async ({ input: { head } }) => told(await verify({ head }))),
    verifyOrganisation: os.verifyOrganisation.handler(async ({ input: { organisation, head } }) => {
      const known = await world.store.read((tx) => tx.organisation(organisation));
      if (known === undefined) throw thrown(refuse('organisationUnknown', null, {}));
      return told(await verify({ head, only: organisation }));
    }),
  };
}

export function headWords({ book, seq, hash, algorithm }: BookRow) {
  const name = book === REGISTER ? '名册' : `${book.slice(yearBook(0).length - 1)} 年度`;
  return { name, seq, hash, short: shortHash(hash), algorithm };
}
