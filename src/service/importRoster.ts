/**
 * Puts the roster that waits as a working paper into the register (导入名册): who is new is registered, whose row differs is amended,
 * whoever is not in the file is left alone. Nobody changes their own standing with it (X8).
 */
import { can } from '../domain/access.ts';
import { ORGANISATION_STREAM, REGISTER } from '../domain/fact.ts';
import { type Day, yearOf } from '../domain/period.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import { leaderFact, leadersOn } from './assignLeader.ts';
import type { OfficeRow, Reading } from './ports.ts';
import { reconcilePeople } from './reconcilePeople.ts';
import type { LeaderRoll } from './rosterLeader.ts';
import { pendingRoster, ROSTER_PAPER, type RosterPaper, type VersionedPaper } from './rosterPaper.ts';
import { type MayDecide, planRoster, type RosterPlan, usable } from './rosterPlan.ts';
import type { Decision, Heads, Making, Step } from './step.ts';
import { leadersOf } from './views/leaders.ts';
import { readRegister, type WholeRegister } from './wholeRegister.ts';
import { isSelf } from './writable.ts';
import type { Roster } from './yearFiles/roster.ts';
import { EXEMPTION_TARGETS, readMapped } from './yearFiles/rosterMapping.ts';

export type ImportRoster = {
  readonly type: 'importRoster';
  readonly organisationId: string;
  /** The version of the working paper that was looked at. */
  readonly paper: number;
  /** The number of facts in the register when it was looked at. */
  readonly seen: number;
};

export type RosterOutcome = {
  readonly registered: number;
  readonly amended: number;
  /** Members whose leader in charge was assigned or taken back. */
  readonly led: number;
  readonly held: number;
  readonly leftOut: number;
};

/** What the waiting roster and the register are, before anybody is asked about. */
export type RosterSources = {
  readonly organisationId: string;
  readonly paper: VersionedPaper;
  readonly register: WholeRegister;
  readonly offices: readonly OfficeRow[];
  readonly assigned: ReadonlyMap<string, string | null>;
  /** By person. */
  readonly accounts: ReadonlyMap<string, string | null>;
};

export type RosterState = { readonly roster: Roster; readonly plan: RosterPlan };

/**
 * Refuses when no roster waits (rosterNotWaiting) or its mapping is not confirmed (rosterNotMapped), another version of it
 * (versionConflict), a register that has moved on (registerMoved), rows that cannot be taken unless they are to be left out (rosterProblems),
 * and exemptions, which go through their application (exemptionByFile).
 */
export const importRosterStep: Step<ImportRoster, RosterSources> = {
  ability: 'keepRegister',
  object: (tx, { organisationId }, today) => accessObject(tx, organisationId, today),
  books: () => [],
  subject: () => ({ book: REGISTER, stream: ORGANISATION_STREAM }),
  load,
  decide,
};

async function load(
  tx: Reading,
  { organisationId, paper: version, seen }: ImportRoster,
  heads: Heads,
): Promise<RosterSources | Refusal> {
  const paper = await pendingRoster(tx, organisationId);
  if (paper === undefined) return refuse('rosterNotWaiting', null);
  if (paper.version !== version)
    return refuse('versionConflict', null, { expected: version, found: paper.version });
  if ((heads.get(REGISTER)?.seq ?? 0) !== seen) return refuse('registerMoved', null);
  return rosterSources(tx, organisationId, paper);
}

export async function rosterSources(
  tx: Reading,
  organisationId: string,
  paper: VersionedPaper,
): Promise<RosterSources> {
  const accounts = await tx.personAccounts(organisationId);
  return {
    organisationId,
    paper,
    register: await readRegister(tx, organisationId),
    offices: await tx.offices(organisationId),
    assigned: await leadersOf(tx, organisationId),
    accounts: new Map(accounts.map(({ personId, userId }) => [personId, userId])),
  };
}

export type AsksRoster = Pick<Making, 'actor' | 'object' | 'today'>;

/** What the waiting roster comes to for whoever asks, for the preview and the command alike. */
export function rosterState(sources: RosterSources, asked: AsksRoster): RosterState | Refusal {
  const { paper, register } = sources;
  if (!paper.confirmed) return refuse('rosterNotMapped', null);
  if (asked.actor.kind !== 'localOperator' && EXEMPTION_TARGETS.some((one) => paper.mapping.includes(one)))
    return refuse('exemptionByFile', '2');
  const roster = readRoster(paper, register, asked.today);
  const given = new Set(paper.mapping.filter((target) => target !== null));
  const leaders = leaderRoll(sources, asked.today);
  const plan = planRoster({ roster, given }, { ...register, leaders }, decider(sources, asked));
  return { roster, plan };
}

function readRoster({ table, mapping }: RosterPaper, { people, others }: WholeRegister, today: Day): Roster {
  const numbers = [...people.map(({ row }) => row.number), ...others.map(({ number }) => number)];
  return readMapped(table, mapping, yearOf(today), numbers);
}

function leaderRoll({ register, offices, assigned }: RosterSources, today: Day): LeaderRoll {
  const everybody = [...register.people.map(({ row }) => row), ...register.others];
  const rows = new Map(everybody.map((row) => [row.personId, row]));
  return {
    holders: [...leadersOn(offices, today)].flatMap((personId) => rows.get(personId) ?? []),
    assigned,
    nameOf: (personId) => rows.get(personId)?.name ?? null,
  };
}

/** Asked of the access table person by person, on what was looked up once. */
function decider({ accounts }: RosterSources, { actor, object }: AsksRoster): MayDecide {
  return (personId) => {
    if (isSelf(actor, object.organisation, personId)) return 'own';
    const userId = accounts.get(personId) ?? null;
    const about = { ...object, about: [personId], users: userId === null ? [] : [userId] };
    return isRefusal(can(actor, 'decideStanding', about)) ? 'notDecider' : true;
  };
}

function decide(_command: ImportRoster, sources: RosterSources, making: Making): Decision | Refusal {
  const state = rosterState(sources, making);
  if (isRefusal(state)) return state;
  const { roster, plan } = state;
  const { organisationId, paper, register } = sources;
  if (roster.problems.length > 0 && !(paper.leaveOut && usable(roster).length > 0))
    return refuse('rosterProblems', null, { count: roster.problems.length });
  // whose standing is whose has been asked: what was held back is not among the records
  const said = { organisationId, records: plan.records, mayExempt: true };
  const people = reconcilePeople(said, register, () => 'yes', making);
  if (isRefusal(people)) return people;
  const leaders = [...plan.leaders].map(([number, leaderId]) =>
    leaderFact(people.subjects.get(number)?.personId ?? '', leaderId),
  );
  const outcome: RosterOutcome = {
    registered: people.counts.registered,
    amended: people.counts.amended,
    led: leaders.length,
    held: plan.held.length,
    leftOut: leftOutOf(paper, roster),
  };
  return { facts: [...people.facts, ...leaders], persons: people.rows, handedIn: [ROSTER_PAPER], outcome };
}

/** How many rows of the file cannot be taken; of several with one number none can. */
const leftOutOf = ({ table }: RosterPaper, roster: Roster): number =>
  table.rows.length - usable(roster).length;
