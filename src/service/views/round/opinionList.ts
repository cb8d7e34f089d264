/** The members somebody may sign for now, each with what the member says: the leader's own, or those they act for (G17). */
import type { Actor } from '../../../domain/access/actor.ts';
import { leaderMatter } from '../../../domain/access/grant.ts';
import { can } from '../../../domain/access.ts';
import { isLeaderOf, whoLeads } from '../../../domain/office/inCharge.ts';
import { OFFICES } from '../../../domain/office/office.ts';
import type { Day } from '../../../domain/period.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import { ACTS, type State } from '../../../domain/round/acts.ts';
import type { Matter } from '../../../domain/round/matter.ts';
import { accessObject } from '../../accessObject.ts';
import { personOf } from '../../personOf.ts';
import type { PersonRow, Reading } from '../../ports.ts';
import { tasksDue } from '../../round/dueTasks.ts';
import type { ApplicationWords } from '../../round/handInApplication.ts';
import { type Here, loadRound } from '../../round/roundState.ts';
import { textsOfMatters } from '../../round/textsOfMatters.ts';
import { unansweredIn } from '../../round/unanswered.ts';
import { leadersOf } from '../leaders.ts';
import { periodName } from '../naming.ts';
import { actorWords } from './nextActor.ts';
import { taskLine } from './taskLine.ts';

/** Refuses a round that has not begun. In the order of the members' numbers; the number of queries does not grow with them. */
export async function opinionList(tx: Reading, here: Here, actor: Actor, today: Day) {
  const state = await loadRound(tx, here);
  if (isRefusal(state)) return state satisfies Refusal;
  const { round, policy } = state;
  if (round.opened === null) return refuse('roundNotOpen', 'An1.3', { period: here.period });
  const waiting: readonly State[] = ACTS.giveOpinion.from;
  const open = [...round.matters.values()].filter((matter) => waiting.includes(matter.state));
  const objects = await objectsOf(tx, here, round, open, today);
  const mine = open.filter(({ personId }) => {
    const object = objects.get(personId)?.object;
    return object !== undefined && can(actor, 'giveOpinion', object) === true;
  });
  const people = mine.map(({ personId }) => personId);
  const due = await tasksDue(tx, here, people);
  const texts = await textsOfMatters(tx, here.organisationId, here.year, mine);
  const nameOf = await namesOfRoll(tx, objects);
  const lines = mine.flatMap((matter) => {
    const found = objects.get(matter.personId);
    if (found === undefined) return [];
    const { row, object } = found;
    const own =
      matter.application === null
        ? undefined
        : (texts.get(matter.application.seq) as ApplicationWords | undefined);
    const known = leaderMatter(object);
    const isLeader =
      actor.kind === 'person' && actor.offices.some((one) => isLeaderOf(one, matter.personId, known));
    const acting = whoLeads(matter.personId, known);
    const names = [...new Set(acting.holders.map((one) => nameOf(one.organisationId, one.personId)))];
    return [
      {
        member: { id: row.personId, name: row.name },
        number: row.number,
        applied: matter.application !== null,
        tasks: (due.get(row.personId) ?? []).map((task) => taskLine(task, matter, own)),
        selfReported: own?.selfReported ?? null,
        /** Empty for the leader; else who acts instead, and why. */
        instead: isLeader ? '' : actorWords(OFFICES.leaderInCharge, acting, names.join('、')),
      },
    ];
  });
  return {
    label: periodName(policy, here.period),
    until: round.opened.opinionUntil,
    lines: lines.toSorted((a, b) => (a.number < b.number ? -1 : 1)),
  };
}

async function objectsOf(
  tx: Reading,
  { organisationId }: Here,
  round: Parameters<typeof unansweredIn>[0],
  open: readonly Matter[],
  today: Day,
) {
  const base = await accessObject(tx, organisationId, today);
  const leaders = await leadersOf(tx, organisationId);
  const rows = new Map((await tx.persons(organisationId, {})).map((row) => [row.personId, row]));
  const accounts = new Map(
    (await tx.personAccounts(organisationId)).map(({ personId, userId }) => [personId, userId]),
  );
  const unanswered = unansweredIn(
    round,
    open.map(({ personId }) => personId),
    today,
  );
  return new Map(
    open.flatMap(({ personId }) => {
      const row = rows.get(personId);
      if (row === undefined) return [];
      const userId = accounts.get(personId) ?? null;
      const about = { about: [personId], users: userId === null ? [] : [userId] };
      const groups = new Map([[personId, personOf(row).group]]);
      return [[personId, { row, object: { ...base, ...about, leaders, groups, unanswered } }] as const];
    }),
  );
}

type Objects = Awaited<ReturnType<typeof objectsOf>>;

/** Whoever holds an office here or above, by name: once each. */
async function namesOfRoll(tx: Reading, objects: Objects) {
  const [first] = objects.values();
  const names = new Map<string, PersonRow['name']>();
  for (const { organisationId, personId } of first?.object.roll ?? []) {
    const key = `${organisationId} ${personId}`;
    if (!names.has(key)) names.set(key, (await tx.person(organisationId, personId))?.name ?? '');
  }
  return (organisationId: string, personId: string) => names.get(`${organisationId} ${personId}`) ?? '';
}
