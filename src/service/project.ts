/** Brings the views up to the facts, in the same transaction, for the people the facts are about. */
import { memberStream, REGISTER, yearBook } from '../domain/fact.ts';
import { foldRegister, foldYear, type PostedEntry, type RegisteredPerson } from './fold.ts';
import type { EntryRow, MemberYearRow, Reading, Writing } from './ports.ts';
import { projectOffices, rebuildOffices } from './projectOffices.ts';
import type { NewFact } from './step.ts';
import { entryRow, memberRow, memberYearRow, type OpenYearBook, openYearBook } from './viewRows.ts';

const PEOPLE_AT_A_TIME = 100;

export async function project(tx: Writing, organisationId: string, facts: readonly NewFact[]): Promise<void> {
  await projectOffices(tx, organisationId, facts);
  const registered = peopleOf(facts.filter(isOfRoster));
  await projectRegister(tx, organisationId, registered);
  for (const book of await openYearBooks(tx, organisationId)) {
    const ofBook = facts.filter((one) => one.book === book.book);
    const opened = ofBook.some(({ fact }) => fact.type === 'yearOpened');
    const touched = opened
      ? await everyone(tx, organisationId)
      : [...new Set([...registered, ...peopleOf(ofBook)])];
    await projectYear(tx, book, touched, peopleOf(ofBook));
  }
}

/** Makes all views of an organisation again from its facts. */
export async function rebuildViews(tx: Writing, organisationId: string): Promise<void> {
  await tx.clearViews(organisationId);
  await rebuildOffices(tx, organisationId);
  const people = (await tx.persons(organisationId, {})).map(({ personId }) => personId);
  await projectRegister(tx, organisationId, people);
  for (const book of await openYearBooks(tx, organisationId)) await projectYear(tx, book, people, people);
}

/** The organisation's year books with the policies they were opened under. */
export async function openYearBooks(tx: Reading, organisationId: string): Promise<OpenYearBook[]> {
  const policies = await tx.policies(organisationId);
  return policies.map((policy) => openYearBook(policy, yearOfBook(policy.book)));
}

export function yearOfBook(book: string): number {
  const year = Number.parseInt(book.slice(yearBook(0).length - 1), 10);
  if (yearBook(year) !== book) throw new Error(`not a year book: ${book}`);
  return year;
}

async function everyone(tx: Reading, organisationId: string): Promise<string[]> {
  return (await tx.members(organisationId, {})).map(({ personId }) => personId);
}

/** Only these change what a member's row or sum can say. */
function isOfRoster({ fact }: NewFact): boolean {
  return fact.type === 'memberRegistered' || fact.type === 'memberAmended';
}

function peopleOf(facts: readonly NewFact[]): string[] {
  return [...new Set(facts.flatMap(({ fact }) => ('personId' in fact ? [fact.personId] : [])))];
}

async function projectRegister(
  tx: Writing,
  organisationId: string,
  people: readonly string[],
): Promise<void> {
  for (const some of portions(people)) {
    const found = await registerOf(tx, organisationId, some);
    await tx.putMembers([...found.values()].map((person) => memberRow(organisationId, person)));
  }
}

/** `rescored`: whose figures may have changed; `reposted`: whose entries did. */
async function projectYear(
  tx: Writing,
  book: OpenYearBook,
  rescored: readonly string[],
  reposted: readonly string[],
): Promise<void> {
  const changed = new Set(reposted);
  for (const some of portions(rescored)) {
    const rows = await yearRowsOf(tx, book, some);
    await tx.putEntries(rows.entries.filter(({ personId }) => changed.has(personId)));
    await tx.putMemberYears(rows.memberYears);
  }
}

export function registerOf(
  tx: Reading,
  organisationId: string,
  people: readonly string[],
): Promise<Map<string, RegisteredPerson>> {
  return tx.factsOf(organisationId, REGISTER, people.map(memberStream)).then(foldRegister);
}

/** What the year's views must hold for these people, by their facts. */
export async function yearRowsOf(
  tx: Reading,
  book: OpenYearBook,
  people: readonly string[],
): Promise<{ entries: EntryRow[]; memberYears: MemberYearRow[] }> {
  const { organisationId } = book;
  const register = await registerOf(tx, organisationId, people);
  const { entries, received, versions } = foldYear(
    await tx.factsOf(organisationId, book.book, people.map(memberStream)),
  );
  const byPerson = new Map<string, PostedEntry[]>();
  for (const entry of entries.values()) {
    const list = byPerson.get(entry.personId);
    if (list === undefined) byPerson.set(entry.personId, [entry]);
    else list.push(entry);
  }
  const memberYears = [...register.values()].map((person) =>
    memberYearRow(
      book,
      person,
      byPerson.get(person.personId) ?? [],
      received.get(person.personId) ?? [],
      versions.get(person.personId) ?? 0,
    ),
  );
  return {
    entries: [...entries.values()].map((entry) => entryRow(organisationId, book.book, entry)),
    memberYears,
  };
}

export function* portions<T>(all: readonly T[], size = PEOPLE_AT_A_TIME): Generator<T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}
