/** Records the scorekeeper's election (推选记分员): the count of a ballot, and, when it decides, the office given for a term. */
import type { AccessObject } from '../domain/access/actor.ts';
import { electionStream, REGISTER } from '../domain/fact.ts';
import { countRefusal, electedBy } from '../domain/office/election.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Day } from '../domain/period.ts';
import { accessObject } from './accessObject.ts';
import type { RecordElection } from './electionCommands.ts';
import { ballotRefusal, designate, type ElectionState, loadElection } from './designation.ts';
import type { Reading } from './ports.ts';
import type { Decision, Making, Step } from './step.ts';

/**
 * Refuses what countRefusal names; a person who is not in the register; a candidate who is not a full member taking part, or is
 * disqualified (notEligible); a meeting to come (meetingAhead); no place or minutes (missing-meeting); a term that does not fit (badTerm,
 * officeOccupied); a further ballot of an election that is decided or unknown, or with new candidates (electionOver, newCandidates); a
 * change before the term ends without its reason (changeNeedsReason); a checker of their own points (checkerIsScorekeeper); and
 * administratorExclusive.
 */
export const recordElectionStep: Step<RecordElection, ElectionState> = {
  ability: 'recordElection',
  object: accessTo,
  books: () => [],
  subject: ({ electionId }) => ({ book: REGISTER, stream: electionStream(electionId ?? 'new') }),
  load: loadElection,
  decide,
};

/** Everybody who was voted for, and whoever is to check: none of them records it. */
async function accessTo(tx: Reading, command: RecordElection, today: Day): Promise<AccessObject> {
  const { organisationId, ballots, checkerId } = command;
  const about = [...new Set([...ballots.map(({ personId }) => personId), ...(checkerId ? [checkerId] : [])])];
  return await accessObject(tx, organisationId, today, { about });
}

function decide(command: RecordElection, state: ElectionState, making: Making): Decision | Refusal {
  const { ballots, present, abstained, invalid, on, secret, place, minutes, reason } = command;
  const count = { entitled: state.entitled, present, ballots, abstained, invalid };
  const refusal = ballotRefusal(command, state, making.today) ?? countRefusal(count);
  if (refusal !== undefined) return refusal;
  const electionId = command.electionId ?? making.newId();
  const ballot = (state.election?.ballots.length ?? 0) + 1;
  const text = making.seal(REGISTER, { place, minutes, reason });
  const said = { electionId, ballot, on, ...count, secret, textHash: text.hash };
  const stream = electionStream(electionId);
  const personId = electedBy(count);
  if (personId === null) {
    const fact = { type: 'scorekeeperBallotUndecided', v: 1, ...copied(said) } as const;
    return { facts: [{ book: REGISTER, stream, text, fact }], outcome: { electionId, officeId: null } };
  }
  const officeId = making.newId();
  const given = designate(command, state, { personId, officeId }, making);
  if ('refused' in given) return given;
  const fact = { type: 'scorekeeperElected', v: 1, personId, officeId, ...copied(said) } as const;
  return {
    facts: [{ book: REGISTER, stream, text, fact }, ...given],
    outcome: { electionId, officeId },
  };
}

const copied = <T extends { readonly ballots: RecordElection['ballots'] }>(said: T) => ({
  ...said,
  ballots: said.ballots.map(({ personId, votes }) => ({ personId, votes })),
});
