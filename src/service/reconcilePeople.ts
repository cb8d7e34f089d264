/** The roster against the register: who is new, who has changed, who is no longer on it. */
import { memberStream, REGISTER } from '../domain/fact.ts';
import { canonical } from '../domain/ledger/canonical.ts';
import { type DecidedPart, heldToDecided } from '../domain/member/decided.ts';
import type { Person } from '../domain/member/person.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { personOf } from './personOf.ts';
import type { HeldRow, ImportYear } from './importCommand.ts';
import type { PersonRow } from './ports.ts';
import type { Subject } from './posting.ts';
import type { Making, NewFact, Sealed } from './step.ts';
import type { MemberRecord } from './views/branchYear.ts';
import type { KnownPerson, WholeRegister } from './wholeRegister.ts';
import type { Writable } from './writable.ts';

export type ReconciledPeople = {
  readonly facts: readonly NewFact[];
  readonly rows: readonly PersonRow[];
  /** By number: everyone on the roster, but for newcomers who are held back. */
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly counts: {
    readonly registered: number;
    readonly amended: number;
    readonly absent: readonly string[];
    readonly otherwise: readonly string[];
  };
  readonly heldBack: readonly HeldRow[];
};

/** `mayExempt`: whether the roster may say who is exempt; otherwise that is applied for and approved (clause 2). */
type RosterSaid = Pick<ImportYear, 'organisationId' | 'records'> & { readonly mayExempt: boolean };

export function reconcilePeople(
  { organisationId, records, mayExempt }: RosterSaid,
  { people: known, others }: WholeRegister,
  writable: Writable,
  making: Making,
): ReconciledPeople | Refusal {
  const byNumber = new Map(known.map((person) => [person.row.number, person]));
  const entered = new Map(others.map((row) => [row.number, row]));
  const facts: NewFact[] = [];
  const rows: PersonRow[] = [];
  const subjects = new Map<string, Subject>();
  const heldBack: HeldRow[] = [];
  const numbers = new Set<string>();
  const otherwise: string[] = [];
  let registered = 0;
  for (const said of records) {
    const { number } = said.person;
    if (numbers.has(number)) return refuse('duplicateNumber', null, { number });
    numbers.add(number);
    const before = byNumber.get(number);
    const there = before?.row ?? entered.get(number);
    const may = writable(there?.personId ?? null);
    const row = personRow(organisationId, said.person, there, making);
    if (may === 'yes' || there !== undefined) subjects.set(number, row);
    if (before !== undefined && isSame(before, said, row)) continue;
    if (may !== 'yes') {
      heldBack.push({ number, item: null, day: null, own: may === 'own' });
      continue;
    }
    const { record, contradicts } = heldRecord(said, before, mayExempt);
    if (contradicts) otherwise.push(number);
    if (before !== undefined && isSame(before, record, row)) continue;
    if (before === undefined) registered += 1;
    facts.push(
      standingFact(record, row, before === undefined ? 'memberRegistered' : 'memberAmended', making),
    );
    rows.push(row);
  }
  const absent = known.map(({ row }) => row.number).filter((number) => !numbers.has(number));
  return {
    facts,
    rows,
    subjects,
    counts: { registered, amended: facts.length - registered, absent, otherwise },
    heldBack,
  };
}

/** The record with what the books have decided; `contradicts`: the roster has it otherwise. */
function heldRecord(said: MemberRecord, before: KnownPerson | undefined, mayExempt: boolean) {
  const decided = new Set<DecidedPart>(before?.decided);
  if (!mayExempt) decided.add('exemption');
  const books = before === undefined ? null : { member: before.member, reason: before.exemptionReason };
  const held = heldToDecided({ member: said.member, reason: said.exemptionReason }, books, decided);
  const record = { ...said, member: held.member, exemptionReason: held.reason };
  return { record, contradicts: held.otherwise };
}

/** The salt stays with the person for good: the digests of their incidents are made with it. `before`: whoever has that number already. */
export function personRow(
  organisationId: string,
  person: Person,
  before: PersonRow | undefined,
  making: Making,
): PersonRow {
  const { number, name, workField: said, ...details } = person;
  const { personId, salt } = before ?? { personId: making.newId(), salt: making.newSalt() };
  const workField = said === undefined && before !== undefined ? personOf(before).workField : said;
  const more = workField === undefined || workField === null ? {} : { workField };
  return { organisationId, personId, salt, number, name, details: canonical({ ...details, ...more }) };
}

/** What a person's hash in the chain is taken over, beside their salt. */
export function personContent({ number, name, details }: PersonRow): object {
  return { number, name, details };
}

function isSame(before: KnownPerson, { member, exemptionReason }: MemberRecord, row: PersonRow): boolean {
  return (
    before.row.name === row.name &&
    before.row.details === row.details &&
    before.exemptionReason === exemptionReason &&
    canonical(before.member) === canonical(member)
  );
}

/** Where a person stands from now on, with the reason of their exemption, which belongs to the latest such fact. */
export function standingFact(
  { member, exemptionReason }: Pick<MemberRecord, 'member' | 'exemptionReason'>,
  row: PersonRow,
  type: 'memberRegistered' | 'memberAmended',
  making: Making,
): NewFact {
  const text: Sealed | undefined =
    exemptionReason === null ? undefined : making.seal(REGISTER, { reason: exemptionReason });
  return {
    book: REGISTER,
    stream: memberStream(row.personId),
    text,
    fact: {
      type,
      v: 1,
      personId: row.personId,
      personHash: making.digest(REGISTER, row.salt, personContent(row)),
      member,
      textHash: text?.hash ?? null,
    },
  };
}
