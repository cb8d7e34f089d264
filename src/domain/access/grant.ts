/** The words the rules of access are written in: who may, by the offices they hold and where. */
import type { ClauseId } from '../clause.ts';
import { isLeaderOf, type LeaderMatter, whoLeads } from '../office/inCharge.ts';
import { type Administrator, MACHINE, type OfficeKind } from '../office/office.ts';
import { decidingAbove } from '../office/decidingAbove.ts';
import { whoActs } from '../office/substitute.ts';
import type { AccessObject, PersonActor } from './actor.ts';

export type May = (actor: PersonActor, object: AccessObject) => boolean;

/** One ability. Refusals are made of it: 「您不能<does>。<says>」 */
export type Rule = {
  /** What is done, as the words after 不能. */
  readonly does: string;
  /** Who it is given to, as one whole sentence. */
  readonly says: string;
  readonly clause: ClauseId | null;
  readonly may: May;
  /** Never in one's own matter. */
  readonly notSelf?: true;
  /** The machine's own operator may too, until sign-in is set up. */
  readonly beforeSetUp?: true;
  /** Whoever has a public notice before them may too, on that notice alone. */
  readonly onNotice?: true;
};

/** Whoever keeps the books of a branch or answers for them. */
export const READERS: readonly OfficeKind[] = [
  'secretary',
  'deputySecretary',
  'committeeMember',
  'scorekeeper',
  'checker',
  'leadingGroupMember',
];

export function any(...rules: May[]): May {
  return (actor, object) => rules.some((may) => may(actor, object));
}

/** One of these offices in the organisation itself, a deputy's among them: for looking, not for acting. */
export function holds(...kinds: OfficeKind[]): May {
  return ({ offices }, { organisation }) =>
    offices.some((one) => one.organisationId === organisation && kinds.includes(one.office));
}

/** One of these offices in an organisation above. */
export function above(...kinds: OfficeKind[]): May {
  return ({ offices }, object) =>
    offices.some((one) => (object.above ?? []).includes(one.organisationId) && kinds.includes(one.office));
}

/** An officer or secretary of the nearest organisation above that can decide; whose own matter it is, is asked apart. */
export function decidesAbove({ offices }: PersonActor, object: AccessObject): boolean {
  const { above = [], roll = [], away = new Map() } = object;
  const decides = (users: readonly string[]) => decidingAbove({ above, users, roll, away })?.bodyId;
  // where only who is concerned could decide, the refusal is of one's own matter
  const bodyId = decides(object.users ?? []) ?? decides([]);
  return offices.some(
    (one) =>
      one.organisationId === bodyId && (one.office === 'committeeOfficer' || one.office === 'secretary'),
  );
}

export function administers(...kinds: Administrator[]): May {
  const named: readonly OfficeKind[] = kinds;
  return ({ offices }) => offices.some((one) => one.organisationId === MACHINE && named.includes(one.office));
}

/** An office there, or membership. A export function declaration, like the others: the table above names them before they are. */
export function belongs({ offices }: PersonActor, { organisation }: AccessObject): boolean {
  return offices.some((one) => one.organisationId === organisation);
}

/** Holds that office, or acts for whoever does by the rule of substitutes (G17). */
export function acts(office: OfficeKind): May {
  return (actor, object) => {
    const { organisation, above = [], about = [], users = [], roll = [], away } = object;
    const isHolder = actor.offices.some(
      (one) => one.organisationId === organisation && one.office === office && one.deputyOf === null,
    );
    if (isHolder) return true;
    const matter = { organisation, above, about, users, roll };
    const { holders } = whoActs(office, away === undefined ? matter : { ...matter, away });
    return holders.some(({ officeId }) => actor.offices.some((one) => one.officeId === officeId));
  };
}

/** As `acts`, in some member's matter if not in every: also whoever acts in the holder's own (G34). */
export function actsInAnyMatter(office: OfficeKind): May {
  return (actor, object) => {
    const holders = (object.roll ?? []).filter(
      (one) => one.organisationId === object.organisation && one.office === office && one.deputyOf === null,
    );
    const about = holders.map(({ personId }) => personId);
    return acts(office)(actor, object) || acts(office)(actor, { ...object, about, users: [] });
  };
}

/** The leader in charge of everyone it is about, or whoever acts for them (G17). Of nobody in particular: nobody's. */
export function leads(actor: PersonActor, object: AccessObject): boolean {
  const { about = [] } = object;
  return about.length > 0 && about.every((personId) => actsAsLeaderOf(actor, object, personId));
}

function actsAsLeaderOf(actor: PersonActor, object: AccessObject, personId: string): boolean {
  const matter = leaderMatter(object);
  if (actor.offices.some((one) => isLeaderOf(one, personId, matter))) return true;
  const { holders } = whoLeads(personId, matter);
  return holders.some(({ officeId }) => actor.offices.some((one) => one.officeId === officeId));
}

export function leaderMatter(object: AccessObject): LeaderMatter {
  const { organisation, above: over = [], about = [], users = [], roll = [] } = object;
  const { leaders = new Map(), unanswered = new Set(), away = new Map() } = object;
  return { organisation, above: over, about, users, roll, away, leaders, unanswered };
}

/** For looking: leads everyone it is about, or their Party group; of nobody in particular: holds such an office there. */
export function looksAfter(actor: PersonActor, object: AccessObject): boolean {
  const { organisation, about = [], groups } = object;
  if (about.length === 0) return holds('leaderInCharge', 'groupLeader')(actor, object);
  const matter = leaderMatter(object);
  return about.every((personId) =>
    actor.offices.some(
      (one) =>
        isLeaderOf(one, personId, matter) ||
        (one.organisationId === organisation &&
          one.office === 'groupLeader' &&
          one.scope !== null &&
          one.scope === groups?.get(personId)),
    ),
  );
}

function isSelf({ selves }: PersonActor, organisation: string, personId: string): boolean {
  return selves.some((self) => self.organisationId === organisation && self.personId === personId);
}

export function isOwn(actor: PersonActor, { organisation, about = [] }: AccessObject): boolean {
  return about.length > 0 && about.every((personId) => isSelf(actor, organisation, personId));
}

export function concerns(
  actor: PersonActor,
  { organisation, about = [], users = [] }: AccessObject,
): boolean {
  return users.includes(actor.userId) || about.some((personId) => isSelf(actor, organisation, personId));
}
