/** Names a member's leader in charge among those who hold the office, or takes the assignment back (登记分管领导). */
import { memberStream, REGISTER } from '../domain/fact.ts';
import { isHeldOn } from '../domain/office/office.ts';
import type { Day } from '../domain/period.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import { personRefusal } from './linkAccount.ts';
import type { OfficeRow, Reading } from './ports.ts';
import type { Decision, Making, NewFact, Step } from './step.ts';
import { leadersOf } from './views/leaders.ts';
import { officeOf } from './viewRows.ts';

export type AssignLeader = {
  readonly type: 'assignLeader';
  readonly organisationId: string;
  readonly personId: string;
  /** A person of the same register, who need not be a member; null: nobody any more. */
  readonly leaderId: string | null;
};

type State = { readonly current: string | null; readonly offices: readonly OfficeRow[] };

/** Refuses an unknown person, oneself as one's own leader (ownLeader), and whoever does not hold the office today (notLeader). What stands already is no new fact. */
export const assignLeaderStep: Step<AssignLeader, State> = {
  ability: 'assignLeader',
  object: (tx, { organisationId, personId }, today) =>
    accessObject(tx, organisationId, today, { about: [personId] }),
  books: () => [],
  subject: ({ personId }) => ({ book: REGISTER, stream: memberStream(personId) }),
  load,
  decide,
};

async function load(tx: Reading, command: AssignLeader): Promise<State | Refusal> {
  const { organisationId, personId, leaderId } = command;
  const unknown = await personRefusal(tx, organisationId, personId);
  if (unknown !== undefined) return unknown;
  const unknownLeader = leaderId === null ? undefined : await personRefusal(tx, organisationId, leaderId);
  if (unknownLeader !== undefined) return unknownLeader;
  const leaders = await leadersOf(tx, organisationId);
  return { current: leaders.get(personId) ?? null, offices: await tx.offices(organisationId) };
}

function decide({ personId, leaderId }: AssignLeader, state: State, { today }: Making): Decision | Refusal {
  if (leaderId === personId) return refuse('ownLeader', null);
  if (leaderId !== null && !leadersOn(state.offices, today).has(leaderId)) return refuse('notLeader', null);
  const facts = leaderId === state.current ? [] : [leaderFact(personId, leaderId)];
  return { facts, outcome: { personId, leaderId } };
}

/** Person ids of those who hold the office of leader in charge on that day, deputies left out. */
export function leadersOn(offices: readonly OfficeRow[], day: Day): ReadonlySet<string> {
  const held = offices
    .map(officeOf)
    .filter((one) => one.office === 'leaderInCharge' && one.deputyOf === null && isHeldOn(one, day));
  return new Set(held.map(({ personId }) => personId));
}

export function leaderFact(personId: string, leaderId: string | null): NewFact {
  const fact = { type: 'leaderAssigned', v: 1, personId, leaderId } as const;
  return { book: REGISTER, stream: memberStream(personId), fact };
}
