/**
 * Takes in a transcript (转移证明, G22): the member joins, and what counted in the branch they left adds up here, read-only. Where
 * that branch's books are on this machine they must hold the same transcript; elsewhere it is marked as not checked here.
 */
import type { AccessObject } from '../domain/access/actor.ts';
import { memberStream, REGISTER, yearBook } from '../domain/fact.ts';
import type { Member } from '../domain/member/member.ts';
import type { Day } from '../domain/period.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import type { PersonRow, Reading } from './ports.ts';
import { receivedFacts } from './receivedFacts.ts';
import { earlierOf, issuedHash, type ReceiveTranscript, type Receiving } from './receiving.ts';
import { countsHere, receivingRefusal } from './receivingRefusal.ts';
import { personRow, standingFact } from './reconcilePeople.ts';
import { enteredAs } from './registerMember.ts';
import type { Decision, Heads, Making, NewFact, Step } from './step.ts';
import { policyOf } from './viewRows.ts';

/**
 * Refuses a transcript that was changed (transcriptChanged) or that the books of its branch do not hold (transcriptNotIssued), one of
 * this branch itself (ownTranscript), an example's among real books (transcriptExample), one taken in before or an older one (transcriptKnown), joining before leaving there
 * (joinedTooEarly), a year that is not open here, other rules of the sum (transcriptRules), and a number somebody has.
 */
export const receiveTranscriptStep: Step<ReceiveTranscript, Receiving> = {
  ability: 'decideStanding',
  object: accessTo,
  books: ({ file: { content } }) => (content.year === null ? [] : [yearBook(content.year.year)]),
  subject: (_command, { earlier }) => ({
    book: REGISTER,
    stream: memberStream(earlier?.member.personId ?? 'new'),
  }),
  load,
  decide,
};

/** Nobody takes in their own: the account of the person who left, if that is known here, is whose matter it is. */
async function accessTo(
  tx: Reading,
  { organisationId, file: { content } }: ReceiveTranscript,
  today: Day,
): Promise<AccessObject> {
  const { from } = content;
  const userId = (await tx.personAccount(from.organisationId, from.personId))?.userId ?? null;
  return await accessObject(tx, organisationId, today, { users: userId === null ? [] : [userId] });
}

async function load(tx: Reading, command: ReceiveTranscript, heads: Heads): Promise<Receiving | Refusal> {
  const { organisationId, file } = command;
  const { from, year } = file.content;
  if (from.organisationId === organisationId) return refuse('ownTranscript', null);
  const own = await tx.organisation(organisationId);
  if (own !== undefined && (own.example === 1) !== from.example) return refuse('transcriptExample', null);
  const earlier = await earlierOf(tx, organisationId, from);
  if (isRefusal(earlier)) return earlier;
  const entered =
    earlier === null ? await enteredAs(tx, organisationId, command.number, heads) : { entered: undefined };
  if (isRefusal(entered)) return entered;
  const row = year === null ? undefined : await tx.policy(organisationId, yearBook(year.year));
  if (year !== null && row === undefined && countsHere(command)) {
    return refuse('transcriptYear', null, { year: year.year });
  }
  return {
    earlier,
    entered: entered.entered,
    issuedHash: await issuedHash(tx, file.content),
    policy: row === undefined ? null : policyOf(row.content),
  };
}

function decide(command: ReceiveTranscript, state: Receiving, making: Making): Decision | Refusal {
  const wrong = receivingRefusal(command, state, making);
  if (wrong !== undefined) return wrong;
  const { organisationId, file, group, number } = command;
  const { content } = file;
  const known = state.earlier?.member;
  const row =
    known?.row ??
    personRow(organisationId, { ...content.person, number, group, leader: null }, state.entered, making);
  const joined = known === undefined ? [joinedFact(command, row, making)] : [];
  const year =
    state.policy !== null && countsHere(command) ? receivedFacts(content, state.policy, row, making) : [];
  if (isRefusal(year)) return year;
  return {
    facts: [...joined, registerFact(command, state, row, making), ...year],
    persons: known === undefined ? [row] : [],
    outcome: { personId: row.personId, checked: state.issuedHash !== null },
  };
}

function joinedFact({ file, joinedOn }: ReceiveTranscript, row: PersonRow, making: Making): NewFact {
  const { type, fullOn, examPassedOn } = file.content.standing;
  const member: Member = { type, joinedOn, leftOn: null, fullOn, exemption: null, examPassedOn };
  return standingFact({ member, exemptionReason: null }, row, 'memberRegistered', making);
}

function registerFact(
  { file: { content, hash }, basis }: ReceiveTranscript,
  { issuedHash: issued }: Receiving,
  { personId }: PersonRow,
  making: Making,
): NewFact {
  const text = making.seal(REGISTER, { from: content.from.name, basis });
  return {
    book: REGISTER,
    stream: memberStream(personId),
    text,
    fact: {
      type: 'transcriptReceived',
      v: 1,
      transcriptId: content.transcriptId,
      personId,
      fromOrganisation: content.from.organisationId,
      fromPerson: content.from.personId,
      issue: content.issue,
      contentHash: hash,
      checked: issued !== null,
      extendedUntil: content.standing.extendedUntil,
      textHash: text.hash,
    },
  };
}
