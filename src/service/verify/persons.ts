/** The people's rows against the register: a changed, missing or added person is found by the salted hash. */
import { canonical } from '../../domain/ledger/canonical.ts';
import { sealedText } from '../../domain/ledger/envelope.ts';
import type { BookRow, Reading } from '../ports.ts';
import { personContent } from '../reconcilePeople.ts';
import type { Context } from './context.ts';

const ROWS_AT_A_TIME = 1_000;

/** `seq`: the fact that said it last. */
export type HashedPerson = { readonly personHash: string; readonly seq: number };

export async function checkPersons(
  tx: Reading,
  { organisationId, book, algorithm }: BookRow,
  people: ReadonlyMap<string, HashedPerson>,
  { digests, found }: Context,
): Promise<void> {
  const unseen = new Set(people.keys());
  for (let after = ''; ; ) {
    const page = await tx.persons(organisationId, { after, limit: ROWS_AT_A_TIME });
    for (const row of page) {
      unseen.delete(row.personId);
      const person = people.get(row.personId);
      const at = {
        organisationId,
        book,
        seq: person?.seq ?? null,
        subject: row.personId,
        table: 'person',
      } as const;
      const hash = digests[algorithm](sealedText(row.salt, canonical(personContent(row))));
      if (person === undefined) found.add({ ...at, reason: 'extra', expected: '', found: hash });
      else if (hash !== person.personHash)
        found.add({ ...at, reason: 'changed', expected: person.personHash, found: hash });
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.personId;
  }
  for (const subject of unseen) {
    const person = people.get(subject);
    found.add({
      organisationId,
      book,
      seq: person?.seq ?? null,
      subject,
      table: 'person',
      reason: 'missing',
      expected: person?.personHash ?? '',
      found: '',
    });
  }
}
