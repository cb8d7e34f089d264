/** Records what a meeting or a document decided of a member's standing: turned full, probation extended or cancelled, examined, left. */
import { memberStream, REGISTER, yearBook } from '../domain/fact.ts';
import { standingAfter } from '../domain/member/decisions.ts';
import { type Day, yearOf } from '../domain/period.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import { bookedYears } from './bookedYear.ts';
import { foldYear, isStanding } from './fold.ts';
import { personOf } from './personOf.ts';
import type { Reading } from './ports.ts';
import { personRow, standingFact } from './reconcilePeople.ts';
import type { DecideStanding } from './registerCommands.ts';
import { type RegisteredMember, registeredMember } from './registeredMember.ts';
import type { Decision, Making, NewFact, Step } from './step.ts';

export type Deciding = { readonly known: RegisteredMember; readonly entriesAfter: number };

/** Refuses an unknown member, no basis, entries dated after leaving (entriesAfter), and what standingAfter does. */
export const decideStandingStep: Step<DecideStanding, Deciding> = {
  ability: 'decideStanding',
  object: (tx, { organisationId, personId }, today) =>
    accessObject(tx, organisationId, today, { about: [personId] }),
  books: () => [],
  subject: ({ personId }) => ({ book: REGISTER, stream: memberStream(personId) }),
  load,
  decide: decideFor,
};

async function load(tx: Reading, command: DecideStanding): Promise<Deciding | Refusal> {
  const { organisationId, personId, decision } = command;
  const known = await registeredMember(tx, organisationId, personId);
  if (isRefusal(known)) return known;
  const ends = decision.kind === 'left' || decision.kind === 'probationCancelled';
  return { known, entriesAfter: ends ? await entriesSince(tx, organisationId, personId, decision.on) : 0 };
}

/** How many of the person's standing entries are of that day or later. */
export async function entriesSince(
  tx: Reading,
  organisationId: string,
  personId: string,
  since: Day,
): Promise<number> {
  const years = (await bookedYears(tx, organisationId)).filter((year) => year >= yearOf(since));
  let count = 0;
  for (const year of years) {
    const facts = await tx.factsOf(organisationId, yearBook(year), [memberStream(personId)]);
    for (const entry of foldYear(facts).entries.values())
      if (isStanding(entry) && entry.day >= since) count += 1;
  }
  return count;
}

/** The facts of a decision, for whoever records more beside it. */
export function decideFor(
  command: Omit<DecideStanding, 'type'>,
  { known, entriesAfter }: Deciding,
  making: Making,
): Decision | Refusal {
  const { personId, decision, basis } = command;
  if (basis.trim() === '') return refuse('missing-standingBasis', null);
  const member = standingAfter(known.member, known.probation, decision, making.today);
  if (isRefusal(member)) return member;
  if (entriesAfter > 0) return refuse('entriesAfter', null, { count: entriesAfter, on: decision.on });
  const text = making.seal(REGISTER, { basis });
  const decided: NewFact = {
    book: REGISTER,
    stream: memberStream(personId),
    text,
    fact: { type: 'standingDecided', v: 1, personId, decision, textHash: text.hash },
  };
  if (member === known.member) return { facts: [decided], outcome: { personId } };
  const person = personOf(known.row);
  const admitted = decision.kind === 'admitted' ? { ...person, admittedOn: decision.on } : person;
  const row = personRow(command.organisationId, admitted, known.row, making);
  return {
    facts: [
      decided,
      standingFact({ member, exemptionReason: known.exemptionReason }, row, 'memberAmended', making),
    ],
    persons: [row],
    outcome: { personId },
  };
}
