/** THE one write path: whatever is ever recorded passes here, in one transaction, or not at all. */
import type { AccessObject, Actor } from '../domain/access/actor.ts';
import { can } from '../domain/access.ts';
import { REGISTER } from '../domain/fact.ts';
import { canonical } from '../domain/ledger/canonical.ts';
import { sealedText } from '../domain/ledger/envelope.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { adoptRulesStep } from './adoptRules.ts';
import { type AcknowledgeNotice, acknowledgeNoticeStep } from './acknowledgeNotice.ts';
import { endAbsenceStep, recordAbsenceStep } from './absence.ts';
import { append } from './append.ts';
import { applyExemptionStep } from './applyExemption.ts';
import { dayInShanghai } from './dayInShanghai.ts';
import { amendMemberStep } from './amendMember.ts';
import { type AssignLeader, assignLeaderStep } from './assignLeader.ts';
import { confirmHandoverStep } from './confirmHandover.ts';
import { decideStandingStep } from './decideStanding.ts';
import { decideExemptionStep } from './decideExemption.ts';
import type { ElectionCommand } from './electionCommands.ts';
import { endExemptionStep } from './endExemption.ts';
import { withdrawExemptionStep } from './withdrawExemption.ts';
import { endOfficeStep } from './endOffice.ts';
import { enterPersonStep } from './enterPerson.ts';
import type { ExemptionCommand } from './exemptionCommands.ts';
import { foundOrganisationStep } from './foundOrganisation.ts';
import { giveExemptionOpinionStep } from './giveExemptionOpinion.ts';
import { giveOfficeStep } from './giveOffice.ts';
import type { ImportYear } from './importCommand.ts';
import { type ImportRoster, importRosterStep } from './importRoster.ts';
import { importYearStep } from './importYear.ts';
import { type IssueTranscript, issueTranscriptStep } from './issueTranscript.ts';
import { linkAccountStep, unlinkAccountStep } from './linkAccount.ts';
import { type MaskNames, maskNamesStep } from './maskNames.ts';
import type { OfficeCommand } from './officeCommands.ts';
import type { OpenYear } from './openYear.ts';
import { openAdoptedYearStep } from './openAdoptedYear.ts';
import { openYearStep } from './openYear.ts';
import { openingFacts } from './openingEntries.ts';
import { placeOrganisationStep } from './placeOrganisation.ts';
import type { BookRow, World, Writing } from './ports.ts';
import type { PostEntry } from './postEntry.ts';
import { postEntryStep } from './postEntry.ts';
import { project } from './project.ts';
import { recordAbove } from './recordAbove.ts';
import { recordElectionStep } from './recordElection.ts';
import type { ReverseEntry } from './reverseEntry.ts';
import { reverseEntryStep } from './reverseEntry.ts';
import { receiveTranscriptStep } from './receiveTranscript.ts';
import type { ReceiveTranscript } from './receiving.ts';
import type { AmendMember, DecideStanding, RegisterMember } from './registerCommands.ts';
import { registerMemberStep } from './registerMember.ts';
import type { AdoptRules, OpenAdoptedYear } from './rulesCommands.ts';
import type { Decision, Heads, Making, NewFact, Step } from './step.ts';
import { ROUND_STEPS, type RoundCommand } from './round/roundSteps.ts';
import type { PlanCommand } from './taskPlan/commands.ts';
import { PLAN_STEPS } from './taskPlan/planSteps.ts';

export type Command =
  | OpenYear
  | OpenAdoptedYear
  | AdoptRules
  | ImportYear
  | PostEntry
  | ReverseEntry
  | OfficeCommand
  | AssignLeader
  | ImportRoster
  | MaskNames
  | RegisterMember
  | AmendMember
  | DecideStanding
  | IssueTranscript
  | ReceiveTranscript
  | AcknowledgeNotice
  | ExemptionCommand
  | PlanCommand
  | RoundCommand
  | ElectionCommand;

export type How = {
  /** Idempotency-Key: the same key with the same command is answered again, and has one effect. */
  readonly key: string;
  /** The version of the command's stream the actor has seen; another one is refused. Absent: any. */
  readonly expected?: number | undefined;
  /** Decides and answers as the command would, and keeps nothing. */
  readonly preview?: boolean | undefined;
};

export type Performed = {
  /** Canonical JSON text of the outcome; byte for byte the same when the command is repeated. */
  readonly text: string;
  /** The key had already been used: nothing was done now. */
  readonly replayed: boolean;
};

/**
 * Refuses: a key used for another command (keyReused), an organisation or year without books, what the actor may not do,
 * a version that is not the expected one (versionConflict), and whatever the command's own step refuses. A refusal leaves
 * no trace, so the same key may be tried again.
 */
export async function perform(
  world: World,
  actor: Actor,
  command: Command,
  how: How,
): Promise<Performed | Refusal> {
  const requestHash = world.digests[world.algorithm](canonical(plain(command)));
  const step = stepOf(command);
  return await world.store.write((tx) => once(tx, world, actor, command, step, how, requestHash), {
    rollback: how.preview === true,
  });
}

function stepOf(command: Command): Step<Command, unknown> {
  const steps = {
    openYear: openYearStep,
    openAdoptedYear: openAdoptedYearStep,
    adoptRules: adoptRulesStep,
    importYear: importYearStep,
    postEntry: postEntryStep,
    reverseEntry: reverseEntryStep,
    foundOrganisation: foundOrganisationStep,
    placeOrganisation: placeOrganisationStep,
    enterPerson: enterPersonStep,
    linkAccount: linkAccountStep,
    unlinkAccount: unlinkAccountStep,
    giveOffice: giveOfficeStep,
    endOffice: endOfficeStep,
    acknowledgeNotice: acknowledgeNoticeStep,
    applyExemption: applyExemptionStep,
    giveExemptionOpinion: giveExemptionOpinionStep,
    decideExemption: decideExemptionStep,
    withdrawExemption: withdrawExemptionStep,
    endExemption: endExemptionStep,
    ...PLAN_STEPS,
    ...ROUND_STEPS,
    recordAbsence: recordAbsenceStep,
    endAbsence: endAbsenceStep,
    recordElection: recordElectionStep,
    confirmHandover: confirmHandoverStep,
    assignLeader: assignLeaderStep,
    registerMember: registerMemberStep,
    amendMember: amendMemberStep,
    decideStanding: decideStandingStep,
    importRoster: importRosterStep,
    issueTranscript: issueTranscriptStep,
    receiveTranscript: receiveTranscriptStep,
    maskNames: maskNamesStep,
  };
  // Each step takes its own command, which its name has just picked.
  return steps[command.type] as unknown as Step<Command, unknown>;
}

async function once(
  tx: Writing,
  world: World,
  actor: Actor,
  command: Command,
  step: Step<Command, unknown>,
  { key, expected }: How,
  requestHash: string,
): Promise<Performed | Refusal> {
  const { organisationId } = command;
  const at = world.now();
  const today = dayInShanghai(at);
  const object = await objectOf(tx, actor, step, command, { today, holidays: world.holidays });
  const allowed = can(actor, step.ability, object);
  if (isRefusal(allowed)) return allowed;
  // Always the register first, so that no two commands wait for each other. A repeat finds its answer after waiting its turn.
  const locked = await tx.lockHeads(organisationId, [REGISTER, ...step.books(command)]);
  const heads: Heads = new Map(locked.map((head) => [head.book, head]));
  const stored = await tx.command(organisationId, key);
  if (stored !== undefined) {
    return stored.requestHash === requestHash
      ? { text: stored.outcome, replayed: true }
      : refuse('keyReused', null, { key });
  }
  const state = await step.load(tx, command, heads);
  // Books founded by another while these were read: none was there to wait for, so what was read may be half of each.
  if (
    locked.length === 0 &&
    (await tx.lockHeads(organisationId, [REGISTER, ...step.books(command)])).length > 0
  )
    return once(tx, world, actor, command, step, { key, expected }, requestHash);
  if (isRefusal(state)) return state;
  const conflict = await versionConflict(tx, step.subject(command, state), organisationId, expected);
  if (conflict !== undefined) return conflict;
  const decision = step.decide(command, state, makingOf(world, heads, { actor, object, today }));
  if (isRefusal(decision)) return decision;
  const moved = await record(tx, world, { organisationId, actor, at, heads }, decision);
  const text = canonical({
    ...plain(decision.outcome),
    heads: moved.map(({ book, seq, hash }) => ({ book, seq, hash })),
  });
  await tx.addCommand({ organisationId, key, requestHash, outcome: text, at });
  return { text, replayed: false };
}

/** The rest of the object is looked up for people alone: to the local operator no office matters. */
async function objectOf(
  tx: Writing,
  actor: Actor,
  step: Step<Command, unknown>,
  command: Command,
  { today, holidays }: Pick<Making, 'today' | 'holidays'>,
): Promise<AccessObject> {
  if (actor.kind !== 'person' || step.object === undefined) return { organisation: command.organisationId };
  return await step.object(tx, command, today, holidays);
}

async function versionConflict(
  tx: Writing,
  { book, stream }: { readonly book: string; readonly stream: string },
  organisationId: string,
  expected: number | undefined,
): Promise<Refusal | undefined> {
  if (expected === undefined) return undefined;
  const found = (await tx.versions(organisationId, book, [stream])).get(stream) ?? 0;
  return found === expected ? undefined : refuse('versionConflict', null, { expected, found });
}

type Recording = {
  readonly organisationId: string;
  readonly actor: Actor;
  readonly at: string;
  readonly heads: Heads;
};

async function record(
  tx: Writing,
  world: World,
  recording: Recording,
  decision: Decision,
): Promise<BookRow[]> {
  const { organisationId } = recording;
  if (decision.organisation !== undefined) await tx.addOrganisation(decision.organisation);
  if (decision.policy !== undefined) await tx.addPolicy(decision.policy);
  await tx.putPersons(decision.persons ?? []);
  for (const paper of decision.handedIn ?? []) await tx.removeWorkingPaper({ organisationId, ...paper });
  // Who is there and that the year is open; then what each record begins with; then what happened in the year.
  const [standing, happened] = partition(
    decision.facts,
    ({ book, fact }) => book === REGISTER || fact.type === 'yearOpened',
  );
  const first = await append(tx, world, { ...recording, facts: standing });
  const openings = await openingFacts(tx, organisationId, standing);
  const following = [...openings, ...happened];
  const heads = await headsAfter(tx, recording, first, following);
  const then = await append(tx, world, { ...recording, heads, facts: following });
  await project(tx, organisationId, [...decision.facts, ...openings]);
  if (decision.above !== undefined) await recordAbove(tx, world, { ...recording, ...decision.above });
  return [...new Map([...first, ...then].map((head) => [head.book, head])).values()];
}

function partition<T>(all: readonly T[], fits: (one: T) => boolean): readonly [T[], T[]] {
  return [all.filter(fits), all.filter((one) => !fits(one))];
}

/** Heads as they stand after the first facts. An opened year the command did not name is locked now; the register already is. */
async function headsAfter(
  tx: Writing,
  { organisationId, heads }: Recording,
  moved: readonly BookRow[],
  facts: readonly NewFact[],
): Promise<Heads> {
  const after = new Map([...heads, ...moved.map((head) => [head.book, head] as const)]);
  const unnamed = [...new Set(facts.map(({ book }) => book))].filter((book) => !after.has(book)).sort();
  for (const head of await tx.lockHeads(organisationId, unnamed)) after.set(head.book, head);
  return after;
}

function makingOf(world: World, heads: Heads, asked: Pick<Making, 'actor' | 'object' | 'today'>): Making {
  const digestBy: Making['digestBy'] = (algorithm, salt, content) =>
    world.digests[algorithm](sealedText(salt, canonical(content)));
  const digest: Making['digest'] = (book, salt, content) =>
    digestBy(heads.get(book)?.algorithm ?? world.algorithm, salt, content);
  return {
    digestBy,
    newId: world.newId,
    newSalt: world.newSalt,
    ...asked,
    holidays: world.holidays,
    digest,
    seal: (book, content) => {
      const salt = world.newSalt();
      return { salt, content: canonical(content), hash: digest(book, salt, content) };
    },
  };
}

/** The value as JSON has it: keys whose value is undefined are not there. */
function plain(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
