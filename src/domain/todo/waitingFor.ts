/** Which of what waits is somebody's to do, and why it is they (G17): pure, from facts, offices and the day. */
import { can } from '../access.ts';
import { type AccessObject, accountIn, type PersonActor } from '../access/actor.ts';
import { decidesAbove, isOwn, leaderMatter } from '../access/grant.ts';
import { isLeaderOf, whoLeads } from '../office/inCharge.ts';
import type { OfficeKind } from '../office/office.ts';
import { type Acting, whoActs } from '../office/substitute.ts';
import type { Day } from '../period.ts';
import { DUTIES, type Duty, type DutyOf } from './duties.ts';
import type { Wait } from './waits.ts';

/** What the offices of the organisation say: of nobody in particular, and of one member's matter. */
export type Around = {
  readonly base: AccessObject;
  readonly objectOf: (personId: string) => AccessObject;
  /** Who wrote a fact of the round, as the fact names them. */
  readonly actorOf: (seq: number) => string;
};

export type Todo = {
  readonly duty: Duty;
  readonly people: readonly string[];
  readonly due: Day | null;
  /** Why it is not the holder of the office; null: it is, or nobody in particular. */
  readonly instead: Pick<Acting, 'as' | 'because'> | null;
};

/** One line for all that is alike: the same duty, for the same reason, by the same day. */
export function waitingFor(actor: PersonActor, waits: readonly Wait[], around: Around): Todo[] {
  const lines = new Map<string, Todo>();
  for (const wait of waits) {
    const object = objectOf(wait, around);
    if (!isTheirs(actor, DUTIES[wait.duty], object)) continue;
    const instead = insteadOf(actor, DUTIES[wait.duty], object);
    const key = [wait.duty, wait.due, instead?.as, instead?.because].join(' ');
    const before = lines.get(key)?.people ?? [];
    const { duty, due } = wait;
    lines.set(key, { duty, due, instead, people: [...new Set([...before, ...wait.people])] });
  }
  return [...lines.values()];
}

function objectOf({ duty, people, notBy }: Wait, { base, objectOf: of, actorOf }: Around): AccessObject {
  const [first] = people;
  const users = notBy.flatMap((seq) => accountIn(actorOf(seq)) ?? []);
  const object = DUTIES[duty].of === 'member' && first !== undefined ? of(first) : base;
  return users.length === 0 ? object : { ...object, users: [...(object.users ?? []), ...users] };
}

/** Whether the act is the actor's: `can` allows it and it is their turn. */
function isTheirs(actor: PersonActor, { ability, whose }: DutyOf, object: AccessObject): boolean {
  if (can(actor, ability, object) !== true) return false;
  if (whose === 'own') return isOwn(actor, object);
  return whose === 'body' ? decidesAbove(actor, object) : true;
}

function insteadOf(actor: PersonActor, { office }: DutyOf, object: AccessObject): Todo['instead'] {
  if (office === null) return null;
  if (office === 'leaderInCharge') return insteadOfLeader(actor, object);
  if (holdsHere(actor, office, object)) return null;
  const { organisation, above = [], about = [], users = [], roll = [], away = new Map() } = object;
  const { as, because } = whoActs(office, { organisation, above, about, users, roll, away });
  return as === 'holder' ? null : { as, because };
}

function insteadOfLeader(actor: PersonActor, object: AccessObject): Todo['instead'] {
  const [personId = ''] = object.about ?? [];
  const matter = leaderMatter(object);
  if (actor.offices.some((one) => isLeaderOf(one, personId, matter))) return null;
  const { as, because } = whoLeads(personId, matter);
  return as === 'holder' ? null : { as, because };
}

const holdsHere = ({ offices }: PersonActor, office: OfficeKind, { organisation }: AccessObject): boolean =>
  offices.some(
    (one) => one.organisationId === organisation && one.office === office && one.deputyOf === null,
  );
