/** Everything the pages about plans are made of: one sight of the books, for one member or for all. */
import type { AccessObject } from '../../domain/access/actor.ts';
import { performanceStream, REGISTER, yearBook } from '../../domain/fact.ts';
import { countedPeriods } from '../../domain/member/counted.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type PlanMeasure, planMeasure } from '../../domain/taskPlan/content.ts';
import { NO_PLAN, type TaskPlan } from '../../domain/taskPlan/plan.ts';
import { accessObject } from '../accessObject.ts';
import { foldRegister } from '../fold.ts';
import { personOf } from '../personOf.ts';
import type { PersonRow, Reading } from '../ports.ts';
import { registerOf } from '../project.ts';
import { policyOf } from '../viewRows.ts';
import { leadersOf } from '../views/leaders.ts';
import { marksIn } from './importMarks.ts';
import { everyPlan, plansOf } from './planRegister.ts';
import { type Today, unansweredIn } from './silentLeaders.ts';

export type PlanPlace = { readonly organisation: string; readonly year: number };

export type PlannedMember = {
  readonly personId: string;
  readonly row: PersonRow;
  readonly group: string | null;
  readonly counted: readonly number[];
  readonly plan: TaskPlan;
  readonly hasDraft: boolean;
  readonly marks: readonly { readonly period: number | null; readonly result: string }[];
  /** What the abilities about this member's plan are asked of. */
  readonly object: AccessObject;
};

export type PlanScene = {
  readonly policy: Policy;
  readonly measure: PlanMeasure;
  readonly example: boolean;
  readonly base: AccessObject;
  readonly members: readonly PlannedMember[];
  readonly leaders: ReadonlyMap<string, string | null>;
  /** Names by organisation and person id. */
  readonly nameOf: (organisationId: string, personId: string) => string;
  /** Whose account it is, by name; empty when nobody in this register. */
  readonly accountName: (userId: string) => string;
};

/** Refuses an unknown organisation, a year that is not open, a measure without plans. Members in the order of the roster. */
export async function planScene(
  tx: Reading,
  { organisation, year }: PlanPlace,
  today: Today,
  only?: string,
): Promise<PlanScene | Refusal> {
  const found = await tx.organisation(organisation);
  if (found === undefined) return refuse('organisationUnknown', null, { organisationId: organisation });
  const stored = await tx.policy(organisation, yearBook(year));
  if (stored === undefined) return refuse('yearNotOpen', null, { year });
  const policy = policyOf(stored.content);
  const measure = planMeasure(policy);
  if (measure === undefined) return refuse('planNotMeasured', null, { title: policy.title });
  const base = await accessObject(tx, organisation, today.today);
  const leaders = await leadersOf(tx, organisation);
  const people = new Map((await tx.persons(organisation, {})).map((row) => [row.personId, row]));
  const accounts = new Map((await tx.personAccounts(organisation)).map((one) => [one.personId, one.userId]));
  return {
    policy,
    measure,
    example: found.example === 1,
    base,
    leaders,
    members: await membersOf(tx, { organisation, year, count: measure.labels.length }, only, {
      base,
      leaders,
      people,
      accounts,
      policy,
      today,
    }),
    ...(await names(tx, base, people, accounts)),
  };
}

type Known = {
  readonly base: AccessObject;
  readonly leaders: ReadonlyMap<string, string | null>;
  readonly people: ReadonlyMap<string, PersonRow>;
  readonly accounts: ReadonlyMap<string, string | null>;
  readonly policy: Policy;
  readonly today: Today;
};

async function membersOf(
  tx: Reading,
  { organisation, year, count }: PlanPlace & { readonly count: number },
  only: string | undefined,
  { base, leaders, people, accounts, policy, today }: Known,
): Promise<PlannedMember[]> {
  const register =
    only === undefined
      ? foldRegister(await tx.factsOfTypes(organisation, REGISTER, ['memberRegistered', 'memberAmended']))
      : await registerOf(tx, organisation, [only]);
  const plans =
    only === undefined
      ? await everyPlan(tx, organisation, year)
      : await plansOf(tx, organisation, year, [only]);
  const unanswered = unansweredIn(plans, policy, today);
  const marks = Map.groupBy(await marksOf(tx, { organisation, year }, only), ({ personId }) => personId);
  const drafts = new Set((await tx.workingPapers(organisation, 'planDraft')).map(({ paperId }) => paperId));
  return [...people.values()].flatMap((row): PlannedMember[] => {
    const { personId } = row;
    const registered = register.get(personId);
    const plan = plans.get(personId) ?? NO_PLAN;
    const counted = registered === undefined ? [] : countedPeriods(registered.member, { year, count });
    if (registered === undefined || (counted.length === 0 && plan === NO_PLAN)) return [];
    const { group } = personOf(row);
    const userId = accounts.get(personId) ?? null;
    const object = {
      ...base,
      about: [personId],
      users: userId === null ? [] : [userId],
      leaders,
      unanswered,
      groups: new Map([[personId, group]]),
    };
    const hasDraft = drafts.has(`${year}-${personId}`);
    return [{ personId, row, group, counted, plan, hasDraft, marks: marks.get(personId) ?? [], object }];
  });
}

async function marksOf(tx: Reading, { organisation, year }: PlanPlace, only: string | undefined) {
  const facts =
    only === undefined
      ? await tx.factsOfTypes(organisation, yearBook(year), ['performanceMarked'])
      : await tx.factsOf(organisation, yearBook(year), [performanceStream(only)]);
  return marksIn(tx, organisation, year, facts);
}

async function names(
  tx: Reading,
  { organisation, roll = [] }: AccessObject,
  people: Known['people'],
  accounts: Known['accounts'],
): Promise<Pick<PlanScene, 'nameOf' | 'accountName'>> {
  const above = new Map<string, string>();
  const byAccount = new Map<string, string>();
  for (const { organisationId, personId, userId } of roll) {
    if (organisationId === organisation) continue;
    const name = (await tx.person(organisationId, personId))?.name ?? '';
    above.set(`${organisationId} ${personId}`, name);
    if (userId !== null) byAccount.set(userId, name);
  }
  for (const [personId, userId] of accounts)
    if (userId !== null) byAccount.set(userId, people.get(personId)?.name ?? '');
  return {
    nameOf: (organisationId, personId) =>
      (organisationId === organisation
        ? people.get(personId)?.name
        : above.get(`${organisationId} ${personId}`)) ?? '',
    accountName: (userId) => byAccount.get(userId) ?? '',
  };
}
