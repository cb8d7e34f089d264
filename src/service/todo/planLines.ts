/** Task plans that wait (目标任务, 3.2): to be drawn up, agreed by the member and by the leader, approved. */
import { can } from '../../domain/access.ts';
import { acts, leaderMatter } from '../../domain/access/grant.ts';
import type { PersonActor } from '../../domain/access/actor.ts';
import { planStream, yearBook } from '../../domain/fact.ts';
import type { Chained } from '../../domain/ledger/envelope.ts';
import { countedPeriods } from '../../domain/member/counted.ts';
import { isLeaderOf, whoLeads } from '../../domain/office/inCharge.ts';
import { OFFICES } from '../../domain/office/office.ts';
import { yearOf } from '../../domain/period.ts';
import { planMeasure } from '../../domain/taskPlan/content.ts';
import { actsIn, type Act, type Phase } from '../../domain/taskPlan/procedure.ts';
import { memberOf } from '../electorate.ts';
import type { Reading } from '../ports.ts';
import { foldPlans, PLAN_FACTS, type Plans } from '../taskPlan/planRegister.ts';
import { type Today, unansweredIn } from '../taskPlan/silentLeaders.ts';
import type { Line } from './line.ts';
import type { Place } from './places.ts';
import type { KnownPolicies } from './policies.ts';
import { insteadWords } from './roundLines.ts';

/** Three queries; this year's plans alone. */
export async function planLines(
  tx: Reading,
  actor: PersonActor,
  places: readonly Place[],
  policies: KnownPolicies,
  today: Today,
): Promise<Line[]> {
  const year = yearOf(today.today);
  const measured = places.filter(({ organisation }) =>
    isMeasured(policies, organisation.organisationId, year),
  );
  const facts = Map.groupBy(await factsFor(tx, measured, year), (row) => row.organisationId);
  const missing = await unplanned(tx, actor, measured, facts, policies, year);
  const lines = measured.flatMap((place) => {
    const plans = foldPlans(facts.get(place.organisation.organisationId) ?? []);
    return [...leaderLines(actor, place, plans, policies, today), ...approvals(actor, place, plans, year)];
  });
  return [...missing, ...lines];
}

function isMeasured(policies: KnownPolicies, organisationId: string, year: number): boolean {
  const policy = policies(organisationId, year);
  return policy !== undefined && planMeasure(policy) !== undefined;
}

async function factsFor(tx: Reading, places: readonly Place[], year: number): Promise<Chained[]> {
  const idsOf = (some: readonly Place[]) => some.map(({ organisation }) => organisation.organisationId);
  const whole = places.filter((place) => place.whole);
  const others = places.filter((place) => !place.whole);
  const streams = others.flatMap((place) => [...place.apart].map(planStream));
  return [
    ...(await tx.factsOfTypesIn(idsOf(whole), yearBook(year), PLAN_FACTS)),
    ...(await tx.factsOfStreamsIn(idsOf(others), yearBook(year), streams)),
  ];
}

const lineAt = (
  { organisation: { organisationId, name } }: Pick<Place, 'organisation'>,
  year: number,
  said: Pick<Line, 'what' | 'does' | 'count'> & { readonly waits: string; readonly instead?: string },
): Line => ({
  what: said.what,
  does: said.does,
  organisation: { id: organisationId, name },
  period: `${year}年`,
  says: `${said.count} 名党员${said.waits}`,
  count: said.count,
  due: null,
  clause: '3.2',
  instead: said.instead ?? '',
  address: `/branch/${organisationId}/${year}/plans`,
});

/** Members with counted periods and no plan that is under way: the scorekeeper's, or whoever acts for them. */
async function unplanned(
  tx: Reading,
  actor: PersonActor,
  places: readonly Place[],
  facts: ReadonlyMap<string, readonly Chained[]>,
  policies: KnownPolicies,
  year: number,
): Promise<Line[]> {
  const kept = places.filter(({ whole, base }) => whole && acts('scorekeeper')(actor, base));
  const ids = kept.map(({ organisation }) => organisation.organisationId);
  const members = Map.groupBy(await tx.membersIn(ids), (row) => row.organisationId);
  return kept.flatMap((place) => {
    const { organisationId } = place.organisation;
    const count = policies(organisationId, year)?.periods.count ?? 1;
    const plans = foldPlans(facts.get(organisationId) ?? []);
    const without = (members.get(organisationId) ?? []).filter((row) => {
      const phase = plans.get(row.personId)?.phase ?? 'none';
      const isOpen = phase === 'none' || phase === 'returned';
      return isOpen && countedPeriods(memberOf(row), { year, count }).length > 0;
    });
    if (without.length === 0) return [];
    const said = { what: 'propose', does: '拟定目标任务', count: without.length, waits: '还没有目标任务' };
    return [lineAt(place, year, said)];
  });
}

const waitsFor = (phase: Phase, act: Act) => actsIn(phase).includes(act);

function leaderLines(
  actor: PersonActor,
  place: Place,
  plans: Plans,
  policies: KnownPolicies,
  today: Today,
): Line[] {
  const year = yearOf(today.today);
  const policy = policies(place.organisation.organisationId, year);
  if (policy === undefined) return [];
  const unanswered = unansweredIn(plans, policy, today);
  const counts = new Map<string, number>();
  for (const [personId, { phase }] of plans) {
    if (!waitsFor(phase, 'agreeAsLeader')) continue;
    const object = place.objectOf(personId, unanswered);
    if (can(actor, 'agreePlanAsLeader', object) !== true) continue;
    const matter = leaderMatter(object);
    const isLeader = actor.offices.some((one) => isLeaderOf(one, personId, matter));
    const instead = isLeader ? '' : insteadWords(OFFICES.leaderInCharge, whoLeads(personId, matter));
    counts.set(instead, (counts.get(instead) ?? 0) + 1);
  }
  return [...counts].map(([instead, count]) =>
    lineAt(place, year, {
      what: 'agreeAsLeader',
      does: '以分管领导名义认可目标任务',
      count,
      waits: '的目标任务待认可',
      instead,
    }),
  );
}

function approvals(actor: PersonActor, place: Place, plans: Plans, year: number): Line[] {
  const waiting = [...plans].filter(
    ([personId, { phase }]) =>
      waitsFor(phase, 'approve') && can(actor, 'approvePlan', place.objectOf(personId)) === true,
  );
  if (waiting.length === 0) return [];
  const said = {
    what: 'approvePlan',
    does: '批准目标任务',
    count: waiting.length,
    waits: '的目标任务待批准',
  };
  return [lineAt(place, year, said)];
}

/** The reader's own plan, to be agreed in their own name. One query. */
export async function ownPlanLines(
  tx: Reading,
  { selves }: PersonActor,
  nameOf: (organisationId: string) => string,
  { today }: Today,
): Promise<Line[]> {
  const year = yearOf(today);
  const facts = await tx.factsOfStreamsIn(
    selves.map(({ organisationId }) => organisationId),
    yearBook(year),
    selves.map(({ personId }) => planStream(personId)),
  );
  const plans = foldPlans(facts);
  return selves.flatMap(({ organisationId, personId }) => {
    const plan = plans.get(personId);
    if (plan === undefined || !waitsFor(plan.phase, 'agreeAsMember')) return [];
    const place = { organisation: { organisationId, name: nameOf(organisationId) } };
    const said = { what: 'agreeAsMember', does: '认可本人的目标任务', count: 1, waits: '' };
    const address = `/branch/${organisationId}/${year}/plans/${personId}`;
    return [{ ...lineAt(place, year, said), says: '', address }];
  });
}
