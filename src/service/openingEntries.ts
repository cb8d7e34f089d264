/**
 * 期初计入: whoever is registered has the amounts of every open year put into their record, once (3.3.2). The write path asks
 * this after each command, so that no command has to remember it: an import, a registration, an amendment, an opened year.
 */
import { memberStream, REGISTER, yearBook } from '../domain/fact.ts';
import { openingOf } from '../domain/year/opening.ts';
import { foldYear } from './fold.ts';
import type { Reading } from './ports.ts';
import { openYearBooks, portions, registerOf } from './project.ts';
import type { NewFact } from './step.ts';
import type { OpenYearBook } from './viewRows.ts';

/** What the recorded facts of a command leave to be opened. Amended members are given what they lack; nobody twice. */
export async function openingFacts(
  tx: Reading,
  organisationId: string,
  recorded: readonly NewFact[],
): Promise<NewFact[]> {
  const opened = new Set(recorded.flatMap(({ book, fact }) => (fact.type === 'yearOpened' ? [book] : [])));
  const registered = peopleIn(recorded);
  if (opened.size === 0 && registered.length === 0) return [];
  const facts: NewFact[] = [];
  for (const book of await openYearBooks(tx, organisationId)) {
    const people = opened.has(book.book) ? await everyone(tx, organisationId) : registered;
    for (const some of portions(people)) facts.push(...(await lacking(tx, book, some)));
  }
  return facts;
}

/** Whose standing the facts speak of: those of a member's own stream in the register. */
function peopleIn(recorded: readonly NewFact[]): string[] {
  const ids = recorded.flatMap(({ book, stream, fact }) =>
    book === REGISTER && 'personId' in fact && stream === memberStream(fact.personId) ? [fact.personId] : [],
  );
  return [...new Set(ids)];
}

/** All who have a row, in the order in which rows are kept: the register's facts are read for each portion anyway. */
async function everyone(tx: Reading, organisationId: string): Promise<string[]> {
  return (await tx.persons(organisationId, {})).map(({ personId }) => personId);
}

async function lacking(
  tx: Reading,
  { organisationId, book, year, scoring: { policy } }: OpenYearBook,
  people: readonly string[],
): Promise<NewFact[]> {
  const register = await registerOf(tx, organisationId, people);
  const { openings } = foldYear(await tx.factsOf(organisationId, book, people.map(memberStream)));
  return people.flatMap((personId): NewFact[] => {
    const member = register.get(personId)?.member;
    if (member === undefined || openings.has(personId)) return [];
    const amounts = openingOf(policy, member, year);
    if (amounts === null) return [];
    const fact = { type: 'openingPosted', v: 1, personId, amounts } as const;
    return [{ book: yearBook(year), stream: memberStream(personId), fact }];
  });
}
