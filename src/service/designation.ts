/** 支部指派: what an election may be recorded on, and the offices that follow from it in the same transaction (G34). */
import { officeStream, readFact, REGISTER } from '../domain/fact.ts';
import { OFFICES, type OfficeKind } from '../domain/office/office.ts';
import {
  ELECTION_FACTS,
  type Election,
  foldElections,
  undecidedBallot,
} from '../domain/office/electionRecord.ts';
import type { OfficeRegister, RegisteredOffice } from '../domain/office/register.ts';
import { isOver, overlap } from '../domain/office/term.ts';
import type { Day } from '../domain/period.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { disqualifiedBy, entitledOn } from './electorate.ts';
import type { RecordElection } from './electionCommands.ts';
import { exclusionRefusal, type Holding, heldBy, heldElsewhere } from './holdings.ts';
import { personRefusal } from './linkAccount.ts';
import { officeRegister } from './officeRegister.ts';
import type { Reading, Writing } from './ports.ts';
import type { Making, NewFact } from './step.ts';

export type ElectionState = {
  readonly register: OfficeRegister;
  /** How many may vote on the day of the meeting. */
  readonly entitled: number;
  readonly eligible: ReadonlySet<string>;
  /** The one this is a further ballot of. */
  readonly election: Election | undefined;
  /** Offices in other organisations, by person id here. */
  readonly elsewhere: ReadonlyMap<string, readonly Holding[]>;
};

export async function loadElection(tx: Writing, command: RecordElection): Promise<ElectionState | Refusal> {
  const { organisationId, electionId, on, ballots, checkerId } = command;
  const candidates = ballots.map(({ personId }) => personId);
  const named = [...candidates, ...(checkerId === null ? [] : [checkerId])];
  for (const personId of named) {
    const unknown = await personRefusal(tx, organisationId, personId);
    if (unknown !== undefined) return unknown;
  }
  const election = electionId === null ? undefined : (await elections(tx, organisationId)).get(electionId);
  if (electionId !== null && election === undefined) return refuse('electionUnknown', null);
  const register = await officeRegister(tx, organisationId);
  const elsewhere = new Map<string, readonly Holding[]>();
  for (const personId of named)
    elsewhere.set(personId, await heldElsewhere(tx, register.accounts.get(personId) ?? null, organisationId));
  const entitled = await entitledOn(tx, organisationId, on);
  const disqualified = await disqualifiedBy(tx, organisationId, on, candidates);
  const eligible = new Set(candidates.filter((one) => entitled.has(one) && !disqualified.has(one)));
  return { register, entitled: entitled.size, eligible, election, elsewhere };
}

export async function elections(tx: Reading, organisationId: string): Promise<Map<string, Election>> {
  const rows = await tx.factsOfTypes(organisationId, REGISTER, ELECTION_FACTS);
  return foldElections(rows.map((row) => ({ fact: readFact(row), seq: row.seq })));
}

/** What is wrong with the meeting, the candidates or the term, before the votes are looked at. */
export function ballotRefusal(
  command: RecordElection,
  state: ElectionState,
  today: Day,
): Refusal | undefined {
  const { electionId, on, place, minutes, ballots, from, until } = command;
  if (on > today) return refuse('meetingAhead', 'An1.2', { on });
  if (place.trim() === '' || minutes.trim() === '') return refuse('missing-meeting', 'An1.2');
  if (from < on || until < from) return refuse('badTerm', null, { from, until });
  const unfit = ballots.findIndex(({ personId }) => !state.eligible.has(personId));
  if (unfit >= 0) return refuse('notEligible', 'An1.2', { place: unfit + 1 });
  if (electionId === null || state.election === undefined) return undefined;
  const before = undecidedBallot(state.election);
  if (before === undefined || on < before.on) return refuse('electionOver', 'An1.2');
  const known = new Set(before.ballots.map(({ personId }) => personId));
  return ballots.every(({ personId }) => known.has(personId)) ? undefined : refuse('newCandidates', 'An1.2');
}

type Elected = { readonly personId: string; readonly officeId: string };

/** Ends the former scorekeeper's office and gives the new one; the checker's too, when one is named. */
export function designate(
  command: RecordElection,
  state: ElectionState,
  { personId, officeId }: Elected,
  making: Making,
): NewFact[] | Refusal {
  const { from, until, checkerId, reason } = command;
  const former = holderFrom(state.register, 'scorekeeper', from);
  if (former !== undefined && former.from >= from)
    return refuse('officeOccupied', null, { office: OFFICES.scorekeeper });
  if (former !== undefined && reason.trim() === '') return refuse('changeNeedsReason', 'An1.2');
  const checker = holderFrom(state.register, 'checker', from);
  const keeps = checkerId === null || checkerId === checker?.personId;
  if ((keeps ? checker?.personId : checkerId) === personId) return refuse('checkerIsScorekeeper', '3.3.2');
  if (!keeps && checker !== undefined && checker.from >= from)
    return refuse('officeOccupied', null, { office: OFFICES.checker });
  const excluded = excludes(state, 'scorekeeper', personId, making.today);
  const excludedToo = checkerId === null ? undefined : excludes(state, 'checker', checkerId, making.today);
  if (excluded !== undefined || excludedToo !== undefined) return (excluded ?? excludedToo) as Refusal;
  const basis = basisOf(command);
  return [
    ...ended(former, from, reason, making),
    given({ office: 'scorekeeper', personId, officeId, from, until }, basis, making),
    ...(keeps ? [] : ended(checker, from, basis, making)),
    ...(keeps || checkerId === null
      ? []
      : [
          given(
            { office: 'checker', personId: checkerId, officeId: making.newId(), from, until },
            basis,
            making,
          ),
        ]),
  ];
}

/** 「2026年1月8日党员大会推选（局三楼会议室，会议记录2026-01）」 */
const basisOf = ({ on, place, minutes }: RecordElection): string =>
  `${on} 党员大会推选，支部指派（${place.trim()}，会议记录 ${minutes.trim()}）`;

function excludes({ register, elsewhere }: ElectionState, office: OfficeKind, personId: string, today: Day) {
  const held = [...heldBy(register, personId), ...(elsewhere.get(personId) ?? [])];
  return exclusionRefusal([office], held, today);
}

/** Whoever would still hold it then, or later. */
function holderFrom(
  { offices }: OfficeRegister,
  office: OfficeKind,
  from: Day,
): RegisteredOffice | undefined {
  const term = { from, until: null, endedOn: null };
  return [...offices.values()].find(
    (one) => one.office === office && one.deputyOf === null && !isOver(one, from) && overlap(one, term),
  );
}

function ended(office: RegisteredOffice | undefined, on: Day, reason: string, making: Making): NewFact[] {
  if (office === undefined) return [];
  const text = making.seal(REGISTER, { reason });
  const fact = { type: 'officeEnded', v: 1, officeId: office.officeId, on, textHash: text.hash } as const;
  return [{ book: REGISTER, stream: officeStream(office.officeId), text, fact }];
}

type Given = Elected & {
  readonly office: 'scorekeeper' | 'checker';
  readonly from: Day;
  readonly until: Day;
};

function given(office: Given, basis: string, making: Making): NewFact {
  const text = making.seal(REGISTER, { basis });
  const rest = { scope: null, deputyOf: null, textHash: text.hash };
  const fact = { type: 'officeGiven', v: 1, ...office, ...rest } as const;
  return { book: REGISTER, stream: officeStream(office.officeId), text, fact };
}
