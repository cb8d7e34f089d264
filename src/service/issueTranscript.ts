/** Issues a member's transcript (转移证明, G22): they leave the branch on that day, and the next one may import what counted here. */
import { memberStream, REGISTER, readFact, yearBook } from '../domain/fact.ts';
import type { Transcript } from '../domain/year/transcript.ts';
import { type Day, yearOf } from '../domain/period.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import { decideFor, entriesSince } from './decideStanding.ts';
import { personOf } from './personOf.ts';
import type { OrganisationRow, Reading } from './ports.ts';
import { type RegisteredMember, registeredMember } from './registeredMember.ts';
import type { Decision, Heads, Making, NewFact, Step } from './step.ts';
import { transcriptYear } from './transcriptYear.ts';

export type IssueTranscript = {
  readonly type: 'issueTranscript';
  readonly organisationId: string;
  readonly personId: string;
  /** The first day outside the branch; of whoever has left already, that very day. */
  readonly on: Day;
  /** The branch they go to, as it is called. */
  readonly to: string;
  readonly basis: string;
};

type State = {
  readonly organisation: OrganisationRow;
  readonly known: RegisteredMember;
  readonly entriesAfter: number;
  readonly year: Transcript['year'];
};

/**
 * Refuses an unknown member, no name of the next branch (missing-nextBranch), another day than the one of leaving (leftOtherwise),
 * and what decideStanding refuses of leaving. Issued again it corrects the earlier one.
 */
export const issueTranscriptStep: Step<IssueTranscript, State> = {
  ability: 'decideStanding',
  object: (tx, { organisationId, personId }, today) =>
    accessObject(tx, organisationId, today, { about: [personId] }),
  books: ({ on }) => [yearBook(yearOf(on))],
  subject: ({ personId }) => ({ book: REGISTER, stream: memberStream(personId) }),
  load,
  decide,
};

async function load(tx: Reading, command: IssueTranscript, heads: Heads): Promise<State | Refusal> {
  const { organisationId, personId, on } = command;
  const organisation = await tx.organisation(organisationId);
  if (organisation === undefined) return refuse('organisationUnknown', null, { organisationId });
  const known = await registeredMember(tx, organisationId, personId);
  if (isRefusal(known)) return known;
  const entriesAfter = await entriesSince(tx, organisationId, personId, on);
  return { organisation, known, entriesAfter, year: await transcriptYear(tx, command, known.member, heads) };
}

function decide(command: IssueTranscript, state: State, making: Making): Decision | Refusal {
  const { organisationId, personId, on, to, basis } = command;
  const { known, entriesAfter } = state;
  if (to.trim() === '') return refuse('missing-nextBranch', null);
  const { leftOn } = known.member;
  if (leftOn !== null && leftOn !== on) return refuse('leftOtherwise', null, { on, leftOn });
  if (basis.trim() === '') return refuse('missing-standingBasis', null);
  const left: Decision | Refusal =
    leftOn !== null
      ? { facts: [], outcome: {} }
      : decideFor(
          { organisationId, personId, decision: { kind: 'left', on }, basis },
          { known, entriesAfter },
          making,
        );
  if (isRefusal(left)) return left;
  const transcriptId = making.newId();
  const fact = transcriptFact(transcriptOf(command, state, transcriptId, making), making);
  return { ...left, facts: [...left.facts, fact], outcome: { transcriptId } };
}

function transcriptOf(
  { organisationId, personId, on, to, basis }: IssueTranscript,
  { organisation, known, year }: State,
  transcriptId: string,
  { today }: Making,
): Transcript {
  const { number, name, gender, bornOn, admittedOn, post } = personOf(known.row);
  const { type, fullOn, examPassedOn } = known.member;
  const issued = known.facts.filter((row) => readFact(row).type === 'transcriptIssued').length;
  return {
    transcriptId,
    issue: issued + 1,
    from: { organisationId, personId, name: organisation.name, example: organisation.example === 1 },
    to,
    issuedOn: today,
    leftOn: on,
    basis,
    person: { number, name, gender, bornOn, admittedOn, post },
    standing: { type, fullOn, examPassedOn, extendedUntil: known.probation.extendedUntil },
    year,
  };
}

function transcriptFact(transcript: Transcript, making: Making): NewFact {
  const text = making.seal(REGISTER, transcript);
  const { transcriptId, issue, leftOn } = transcript;
  const { personId } = transcript.from;
  return {
    book: REGISTER,
    stream: memberStream(personId),
    text,
    fact: { type: 'transcriptIssued', v: 1, transcriptId, personId, leftOn, issue, textHash: text.hash },
  };
}
