/**
 * A roster that was read, against the register: who is new, what changes, what is held back, who is not on it. The preview shows
 * it and the command does it, so that neither can differ from the other.
 */
import type { Stated } from '../domain/member/decided.ts';
import type { Person } from '../domain/member/person.ts';
import { personOf } from './personOf.ts';
import type { PersonRow } from './ports.ts';
import { columnTexts, isStandingColumn } from './rosterColumns.ts';
import { type LeaderRoll, leaderSaid } from './rosterLeader.ts';
import { isSameStanding, mergedPerson, mergedStanding, type MergedStanding } from './rosterMerge.ts';
import type { MemberRecord } from './views/branchYear.ts';
import type { KnownPerson, WholeRegister } from './wholeRegister.ts';
import type { Roster, RosterPerson } from './yearFiles/roster.ts';
import type { Target } from './yearFiles/rosterMapping.ts';

/** As a reader sees it; null: nothing stands there. */
export type Change = { readonly column: string; readonly from: string | null; readonly to: string | null };
export type Named = { readonly number: string; readonly name: string };
export type Planned = Named & { readonly changes: readonly Change[] };

/** own: nobody decides their own standing (X8). notDecider: a change of standing is the meeting's. decided: the books have decided it. The others contradict the register. */
export type WhyHeld = 'own' | 'notDecider' | 'decided' | 'leftBeforeJoined' | 'fullWithoutDay';
export type Held = Planned & { readonly why: WhyHeld };

export type RosterPlan = {
  readonly added: readonly Planned[];
  readonly changed: readonly Planned[];
  readonly unchanged: number;
  readonly held: readonly Held[];
  /** In the books, neither left nor in the file: left alone. */
  readonly absent: readonly Named[];
  /** Whose 分管领导 is not exactly one holder of that office: the name stays as printed. */
  readonly unmatched: readonly (Named & { readonly leader: string; readonly found: number })[];
  /** What is to stand in the register, in the order of the rows. */
  readonly records: readonly MemberRecord[];
  /** By number: the leader to be assigned, null to take the assignment back. */
  readonly leaders: ReadonlyMap<string, string | null>;
};

export type RosterRead = { readonly roster: Roster; readonly given: ReadonlySet<Target> };

type Register = WholeRegister & { readonly leaders: LeaderRoll };

/** What whoever imports may decide of that person's standing. */
export type MayDecide = (personId: string) => true | 'own' | 'notDecider';

type Found = { readonly known: KnownPerson | undefined; readonly row: PersonRow | undefined };

export function planRoster(read: RosterRead, register: Register, mayDecide: MayDecide): RosterPlan {
  const known = new Map(register.people.map((person) => [person.row.number, person]));
  const entered = new Map(register.others.map((row) => [row.number, row]));
  const sound = usable(read.roster);
  const leaders = renamed(register.leaders, sound);
  const lines = sound.map((one) => {
    const found = known.get(one.person.number);
    const row = found?.row ?? entered.get(one.person.number);
    return lineOf(one, { known: found, row }, { read, leaders, mayDecide });
  });
  const written = lines.filter((line) => line.record !== null);
  const differing = written.filter(({ changes }) => changes.length > 0);
  const planned = ({ named, changes }: Line): Planned => ({ ...named, changes });
  return {
    added: written.filter(({ isNew }) => isNew).map(planned),
    changed: differing.filter(({ isNew }) => !isNew).map(planned),
    unchanged: written.filter(({ isNew, changes }) => !isNew && changes.length === 0).length,
    held: lines.flatMap(({ held }) => held),
    absent: register.people
      .filter(({ row, member }) => member.leftOn === null && !read.roster.numbers.has(row.number))
      .map(({ row: { number, name } }) => ({ number, name })),
    unmatched: written.flatMap(({ unmatched }) => unmatched ?? []),
    records: written.flatMap(({ record }) => record ?? []),
    leaders: new Map(
      written.flatMap(({ named, leaderId }) =>
        leaderId === undefined ? [] : [[named.number, leaderId] as const],
      ),
    ),
  };
}

/** The sound rows; of several with one number none, whichever is meant. */
export function usable({ people, problems }: Roster): readonly RosterPerson[] {
  const twice = new Set(problems.filter(({ code }) => code === 'duplicateNumber').map(({ value }) => value));
  return people.filter(({ person }) => !twice.has(person.number));
}

type Line = {
  readonly named: Named;
  readonly isNew: boolean;
  readonly changes: readonly Change[];
  readonly held: readonly Held[];
  readonly unmatched: (Named & { readonly leader: string; readonly found: number }) | undefined;
  readonly leaderId: string | null | undefined;
  /** Null: the whole row is held back. */
  readonly record: MemberRecord | null;
};

type With = { readonly read: RosterRead; readonly leaders: LeaderRoll; readonly mayDecide: MayDecide };

/** A leader whose name the file itself puts right is known by the new one in its other rows. */
function renamed(roll: LeaderRoll, sound: readonly RosterPerson[]): LeaderRoll {
  const names = new Map(sound.map(({ person }) => [person.number, person.name]));
  return {
    ...roll,
    holders: roll.holders.map((one) => ({ ...one, name: names.get(one.number) ?? one.name })),
  };
}

function lineOf(one: RosterPerson, { known, row }: Found, { read, leaders, mayDecide }: With): Line {
  const named = { number: one.person.number, name: one.person.name };
  const may = row === undefined ? true : mayDecide(row.personId);
  const given = may === 'own' ? without(read.given, '分管领导') : read.given;
  const before = row === undefined ? undefined : personOf(row);
  const merged = mergedPerson(one.person, before, given);
  const leader = leaderSaid(
    { from: before?.leader ?? null, to: merged.leader, said: given.has('分管领导') },
    row?.personId,
    leaders,
  );
  const person: Person = { ...merged, leader: leader.printed };
  const wanted = mergedStanding(one, known, given);
  const why = whyHeld(wanted, known, may);
  const isHeld = why !== null && !isSameStanding(wanted, known);
  const kept =
    isHeld && known !== undefined ? { member: known.member, reason: known.exemptionReason } : wanted;
  const old =
    before === undefined
      ? undefined
      : columnTexts(before, known?.member, known?.exemptionReason, leader.before);
  const changesTo = (standing: Stated) =>
    changesOf(old, columnTexts(person, standing.member, standing.reason, leader.after));
  const held: Held[] = isHeld
    ? [{ ...named, why, changes: changesTo(wanted).filter(({ column }) => isStandingColumn(column)) }]
    : [];
  const ownLeader = may === 'own' && read.given.has('分管领导') && one.person.leader !== before?.leader;
  if (ownLeader)
    held.push({
      ...named,
      why: 'own',
      changes: [{ column: '分管领导', from: before?.leader ?? null, to: one.person.leader }],
    });
  return {
    named,
    isNew: known === undefined,
    changes: changesTo(kept),
    held,
    unmatched:
      leader.found === undefined
        ? undefined
        : { ...named, leader: leader.printed ?? '', found: leader.found },
    leaderId: leader.assign,
    record:
      isHeld && known === undefined
        ? null
        : {
            id: row?.personId ?? '',
            person,
            member: kept.member,
            exemptionReason: kept.reason,
            entries: [],
            grounds: [],
          },
  };
}

const without = (given: ReadonlySet<Target>, left: Target) =>
  new Set([...given].filter((one) => one !== left));

function whyHeld(
  { member, otherwise }: MergedStanding,
  known: KnownPerson | undefined,
  may: ReturnType<MayDecide>,
): WhyHeld | null {
  if (may === 'own') return 'own';
  if (known === undefined) return null;
  if (may !== true) return may;
  if (otherwise) return 'decided';
  if (member.leftOn !== null && member.leftOn <= member.joinedOn) return 'leftBeforeJoined';
  const turned = known.member.type === 'probationary' && member.type === 'full';
  return turned && member.fullOn === null ? 'fullWithoutDay' : null;
}

function changesOf(
  before: ReadonlyMap<string, string | null> | undefined,
  after: ReadonlyMap<string, string | null>,
): Change[] {
  return [...after].flatMap(([column, to]) => {
    const from = before?.get(column) ?? null;
    return from === to ? [] : [{ column, from, to }];
  });
}
