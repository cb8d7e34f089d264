/**
 * Takes in a transcript (转移证明, G22): the member joins, and what counted in the branch they left adds up here, read-only. Where
 * that branch's books are on this machine they must hold the same transcript; elsewhere it is marked as not checked here.
 */
import { readFact, memberStream, REGISTER, yearBook } from '../domain/fact.ts';
import { canonical } from '../domain/ledger/canonical.ts';
import type { Member } from '../domain/member/member.ts';
import type { Transcript, TranscriptFile } from '../domain/year/transcript.ts';
import { type Day, yearOf } from '../domain/period.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { rulesOfSum } from '../domain/policy/transfer.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { AccessObject } from '../domain/access/actor.ts';
import { accessObject } from './accessObject.ts';
import type { PersonRow, Reading } from './ports.ts';
import { personRow, standingFact } from './reconcilePeople.ts';
import { receivedFacts } from './receivedFacts.ts';
import { enteredAs } from './registerMember.ts';
import { type RegisteredMember, registeredMember } from './registeredMember.ts';
import type { Decision, Heads, Making, NewFact, Step } from './step.ts';
import { policyOf } from './viewRows.ts';

export type ReceiveTranscript = {
  readonly type: 'receiveTranscript';
  readonly organisationId: string;
  readonly file: TranscriptFile;
  /** Number and group here; of a corrected transcript they stay as they are. */
  readonly number: string;
  readonly group: string | null;
  readonly joinedOn: Day;
  readonly basis: string;
};

type State = {
  /** Whoever came by an earlier transcript of the same branch. */
  readonly earlier: { readonly member: RegisteredMember; readonly issue: number } | null;
  readonly entered: PersonRow | undefined;
  /** The hash by which the other branch's register holds it; null when those books are not here, undefined when they lack it. */
  readonly issuedHash: string | null | undefined;
  readonly policy: Policy | null;
};

/**
 * Refuses a transcript that was changed (transcriptChanged) or that the books of its branch do not hold (transcriptNotIssued), one of
 * this branch itself (ownTranscript), one taken in before or an older one (transcriptKnown), joining before leaving there
 * (joinedTooEarly), a year that is not open here, other rules of the sum (transcriptRules), and a number somebody has.
 */
export const receiveTranscriptStep: Step<ReceiveTranscript, State> = {
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

async function load(tx: Reading, command: ReceiveTranscript, heads: Heads): Promise<State | Refusal> {
  const { organisationId, file } = command;
  const { from, year } = file.content;
  if (from.organisationId === organisationId) return refuse('ownTranscript', null);
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

async function earlierOf(
  tx: Reading,
  organisationId: string,
  from: Transcript['from'],
): Promise<State['earlier'] | Refusal> {
  let found: { personId: string; issue: number } | undefined;
  for (const row of await tx.factsOfTypes(organisationId, REGISTER, ['transcriptReceived'])) {
    const fact = readFact(row);
    if (fact.type !== 'transcriptReceived') continue;
    if (fact.fromOrganisation === from.organisationId && fact.fromPerson === from.personId) found = fact;
  }
  if (found === undefined) return null;
  const member = await registeredMember(tx, organisationId, found.personId);
  return isRefusal(member) ? member : { member, issue: found.issue };
}

async function issuedHash(
  tx: Reading,
  { from, transcriptId }: Transcript,
): Promise<string | null | undefined> {
  if ((await tx.organisation(from.organisationId)) === undefined) return null;
  const facts = await tx.factsOf(from.organisationId, REGISTER, [memberStream(from.personId)]);
  for (const row of facts) {
    const fact = readFact(row);
    if (fact.type === 'transcriptIssued' && fact.transcriptId === transcriptId) return fact.textHash;
  }
  return undefined;
}

/** Graded where the relation is on 31 December: whoever joins in a later year brings no figures of the earlier one. */
const countsHere = ({ file, joinedOn }: ReceiveTranscript): boolean =>
  file.content.year?.year === yearOf(joinedOn);

function decide(command: ReceiveTranscript, state: State, making: Making): Decision | Refusal {
  const wrong =
    sealRefusal(command.file, state, making) ??
    joiningRefusal(command, state, making) ??
    rulesRefusal(command, state);
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

function sealRefusal(
  { content, salt, hash, algorithm }: TranscriptFile,
  { issuedHash: issued, earlier }: State,
  making: Making,
): Refusal | undefined {
  if (making.digestBy(algorithm, salt, content) !== hash) return refuse('transcriptChanged', null);
  if (issued === undefined || (issued !== null && issued !== hash))
    return refuse('transcriptNotIssued', null, { from: content.from.name });
  return earlier !== null && content.issue <= earlier.issue ? refuse('transcriptKnown', null) : undefined;
}

function joiningRefusal(
  { joinedOn, basis, number, file: { content } }: ReceiveTranscript,
  { earlier }: State,
  { today }: Making,
): Refusal | undefined {
  if (basis.trim() === '') return refuse('missing-standingBasis', null);
  if (joinedOn > today) return refuse('dayAhead', null, { day: joinedOn, today });
  if (joinedOn < content.leftOn) return refuse('joinedTooEarly', null, { joinedOn, leftOn: content.leftOn });
  if (earlier !== null) {
    const { joinedOn: known } = earlier.member.member;
    return known === joinedOn ? undefined : refuse('joinedOtherwise', null, { joinedOn: known });
  }
  return number.trim() === '' ? refuse('missing-number', null) : undefined;
}

function rulesRefusal(command: ReceiveTranscript, { policy }: State): Refusal | undefined {
  const { year } = command.file.content;
  if (year === null || policy === null || !countsHere(command)) return undefined;
  if (canonical(year.rules) === canonical(rulesOfSum(policy))) return undefined;
  const there = `《${year.policy.title}》版本 ${year.policy.version}`;
  return refuse('transcriptRules', null, { there, here: `《${policy.title}》版本 ${policy.version}` });
}

function joinedFact({ file, joinedOn }: ReceiveTranscript, row: PersonRow, making: Making): NewFact {
  const { type, fullOn, examPassedOn } = file.content.standing;
  const member: Member = { type, joinedOn, leftOn: null, fullOn, exemption: null, examPassedOn };
  return standingFact({ member, exemptionReason: null }, row, 'memberRegistered', making);
}

function registerFact(
  { file: { content, hash }, basis }: ReceiveTranscript,
  { issuedHash: issued }: State,
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
