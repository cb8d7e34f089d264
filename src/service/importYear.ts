/**
 * Puts a roster and a year's records into the books, or brings the books up to them: what is there already is left alone, so
 * a second run adds nothing. Where the books hold rows that the files have otherwise or not at all, nothing is written
 * until the command says why they are to be reversed: a mended word must not count twice (G31). Rows about the importer, and
 * about whoever else they may not post for, are left as they are and named.
 */
import { YEAR_STREAM, yearBook } from '../domain/fact.ts';
import { can } from '../domain/access.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import type { ImportOutcome, ImportYear, RowName } from './importCommand.ts';
import { contentOf, loadOpening, type OpeningState, openYear } from './openYear.ts';
import type { PersonRow, Reading } from './ports.ts';
import { reasonRefusal } from './posting.ts';
import { reconcileEntries } from './reconcileEntries.ts';
import { type RegisteredPeriods, registeredPeriods, registeredRefusal } from './registeredPeriods.ts';
import { reconcilePeople } from './reconcilePeople.ts';
import { versionInForce } from './rulesVersion.ts';
import type { Decision, Making, NewFact, Step } from './step.ts';
import type { PolicyVersion } from './views/branchYear.ts';
import { readWholeYear, type WholeYear } from './wholeYear.ts';
import { writableBy } from './writable.ts';

type State = {
  readonly opening: OpeningState & { readonly adopted: PolicyVersion | undefined };
  readonly whole: WholeYear;
  /** By person. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly registered: RegisteredPeriods;
};

/** Refuses a number twice (duplicateNumber), a row twice (duplicateEntry), another policy (policyDiffers), rows of the books that differ without a reason given (booksDiffer), rows of a registered period (periodRegistered), and what openYear and postingRefusal do. */
export const importYearStep: Step<ImportYear, State> = {
  ability: 'importYear',
  object: (tx, { organisationId }, today) => accessObject(tx, organisationId, today),
  books: ({ year }) => [yearBook(year)],
  subject: ({ year }) => ({ book: yearBook(year), stream: YEAR_STREAM }),
  load,
  decide,
};

async function load(tx: Reading, { organisationId, year }: ImportYear): Promise<State> {
  const linked = await tx.personAccounts(organisationId);
  return {
    accounts: new Map(
      linked.flatMap(({ personId, userId }) => (userId === null ? [] : [[personId, userId]])),
    ),
    opening: {
      ...(await loadOpening(tx, organisationId, year)),
      adopted: await versionInForce(tx, organisationId, year),
    },
    whole: await readWholeYear(tx, organisationId, year),
    registered: await registeredPeriods(tx, organisationId, year),
  };
}

function decide(
  command: ImportYear,
  { opening, whole, accounts, registered }: State,
  making: Making,
): Decision | Refusal {
  const opened = openIfNeeded(command, opening, making);
  if (isRefusal(opened)) return opened;
  const unreasoned = command.correction === null ? undefined : reasonRefusal(command.correction);
  if (unreasoned !== undefined) return unreasoned;
  const writable = writableBy(making, accounts);
  const said = { ...command, mayExempt: mayExempt(command, opening, making) };
  const people = reconcilePeople(said, whole, writable, making);
  if (isRefusal(people)) return people;
  const entries = reconcileEntries(command, people.subjects, whole, { writable, making });
  if (isRefusal(entries)) return entries;
  const differing = [...entries.counts.changed, ...entries.counts.missing];
  if (command.correction === null && differing.length > 0) return booksDiffer(command.year, differing);
  const closed = closedRefusal(entries.facts, whole, registered);
  if (closed !== undefined) return closed;
  const facts: NewFact[] = [...(opened?.facts ?? []), ...people.facts, ...entries.facts];
  const persons: readonly PersonRow[] = people.rows;
  const heldBack = [...people.heldBack, ...entries.heldBack];
  const outcome: ImportOutcome = { ...people.counts, ...entries.counts, heldBack };
  return { facts, persons, organisation: opened?.organisation, policy: opened?.policy, outcome };
}

/** G31: files neither add to a registered period nor take from it. */
function closedRefusal(
  facts: readonly NewFact[],
  { entries }: WholeYear,
  registered: RegisteredPeriods,
): Refusal | undefined {
  const known = new Map(entries.map((entry) => [entry.entryId, entry]));
  for (const { fact } of facts) {
    const posted = fact.type === 'entryPosted' ? fact : undefined;
    const entry = fact.type === 'entryReversed' ? known.get(fact.entryId) : posted;
    const closed = entry === undefined ? undefined : registeredRefusal(registered, entry);
    if (closed !== undefined) return closed;
  }
  return undefined;
}

/** Once sign-in is set up an exemption is applied for and approved (clause 2); the example's is nobody's. */
const mayExempt = ({ founding }: ImportYear, { organisation }: OpeningState, { actor }: Making): boolean =>
  actor.kind === 'localOperator' ||
  (organisation === undefined ? founding?.example : organisation.example === 1) === true;

/** Rows a refusal names; the rest are counted. */
const NAMED = 20;

function booksDiffer(year: number, rows: readonly RowName[]): Refusal {
  const named = rows.slice(0, NAMED).map(({ number, day, item }) => `${number} ${day} ${item}`);
  const more = rows.length > NAMED ? '……' : '';
  return refuse('booksDiffer', null, { year, count: rows.length, rows: `${named.join('、')}${more}` });
}

function openIfNeeded(
  command: ImportYear,
  { policy, adopted, ...state }: State['opening'],
  making: Making,
): Decision | Refusal | undefined {
  const given = contentOf(command.policy);
  const differs = (version: string) =>
    refuse('policyDiffers', null, { year: command.year, opened: version, given: command.policy.version });
  if (policy !== undefined)
    return policy.sha256 === command.sha256 && policy.content === given ? undefined : differs(policy.version);
  const allowed = can(making.actor, 'openYear', making.object);
  if (isRefusal(allowed)) return allowed;
  if (adopted !== undefined && contentOf(adopted.policy) !== given) return differs(adopted.policy.version);
  return openYear(command, { ...state, policy }, making);
}
