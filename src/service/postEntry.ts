/** Posts one entry (登记一笔). */
import { memberStream, yearBook } from '../domain/fact.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { Member } from '../domain/member/member.ts';
import type { Day } from '../domain/period.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import { foldYear, isStanding, type RegisteredPerson } from './fold.ts';
import { yearNotOpen } from './openYear.ts';
import type { Reading } from './ports.ts';
import { type EntryWords, entryPosted, naturalKey, type Posting, postingRefusal } from './posting.ts';
import { type RegisteredPeriods, registeredPeriods, registeredRefusal } from './registeredPeriods.ts';
import { registerOf } from './project.ts';
import type { Decision, Heads, Making, Step } from './step.ts';
import { policyOf } from './viewRows.ts';

export type PostEntry = {
  readonly type: 'postEntry';
  readonly organisationId: string;
  readonly year: number;
  readonly personId: string;
  readonly posting: Posting;
};

type State = {
  readonly policy: Policy;
  readonly person: RegisteredPerson;
  readonly salt: string;
  /** Natural keys of the member's standing entries. */
  readonly present: ReadonlySet<string>;
  readonly registered: RegisteredPeriods;
};

/** Refuses a year without a book, an unknown person, an applicant before the exam (examNotPassed), what postingRefusal names, a period its round has registered (periodRegistered, G31), and an entry that is there already (duplicateEntry). */
export const postEntryStep: Step<PostEntry, State> = {
  ability: 'postEntry',
  object: (tx, { organisationId, personId }, today) =>
    accessObject(tx, organisationId, today, { about: [personId] }),
  books: ({ year }) => [yearBook(year)],
  subject: ({ year, personId }) => ({ book: yearBook(year), stream: memberStream(personId) }),
  load,
  decide,
};

async function load(
  tx: Reading,
  { organisationId, year, personId }: PostEntry,
  heads: Heads,
): Promise<State | Refusal> {
  const closed = yearNotOpen(heads, year);
  if (closed !== undefined) return closed;
  const person = (await registerOf(tx, organisationId, [personId])).get(personId);
  const row = await tx.person(organisationId, personId);
  if (person === undefined || row === undefined) return refuse('personUnknown', null, { personId });
  const policy = await tx.policy(organisationId, yearBook(year));
  if (policy === undefined) throw new Error(`the book of ${year} has no policy`);
  return {
    policy: policyOf(policy.content),
    person,
    salt: row.salt,
    present: await presentKeys(tx, organisationId, year, personId),
    registered: await registeredPeriods(tx, organisationId, year),
  };
}

async function presentKeys(
  tx: Reading,
  organisationId: string,
  year: number,
  personId: string,
): Promise<Set<string>> {
  const book = yearBook(year);
  const { entries } = foldYear(await tx.factsOf(organisationId, book, [memberStream(personId)]));
  const standing = [...entries.values()].filter(isStanding);
  const texts = await tx.textsOf(
    organisationId,
    book,
    standing.map(({ seq }) => seq),
  );
  const words = new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as EntryWords]));
  return new Set(
    standing.flatMap((entry) => {
      const said = words.get(entry.seq);
      return said === undefined ? [] : [naturalKey({ ...entry, ...said })];
    }),
  );
}

function decide({ year, personId, posting }: PostEntry, state: State, making: Making): Decision | Refusal {
  const { member } = state.person;
  const wrong =
    admissionRefusal(member, posting.day) ??
    postingRefusal(state.policy, year, member, posting) ??
    registeredRefusal(state.registered, { personId, period: posting.period });
  if (wrong !== undefined) return wrong;
  if (state.present.has(naturalKey(posting)))
    return refuse('duplicateEntry', null, { item: posting.item, day: posting.day });
  const posted = entryPosted(yearBook(year), { personId, salt: state.salt }, posting, making);
  return { facts: [posted], outcome: { entryId: 'entryId' in posted.fact ? posted.fact.entryId : '' } };
}

/**
 * Reading G24: an applicant has no records before the Constitution exam is passed. Asked of what is posted here; year files may
 * bring such rows from books kept elsewhere, which then stand apart (year-files.md).
 */
function admissionRefusal({ type, examPassedOn }: Member, day: Day): Refusal | undefined {
  if (type !== 'applicant' || (examPassedOn !== null && examPassedOn <= day)) return undefined;
  return refuse('examNotPassed', '2', { day, passedOn: examPassedOn ?? '' });
}
