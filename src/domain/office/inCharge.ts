/** 分管领导 of one member: the one assigned to them, or whoever acts instead when there is none able to (G17). */
import type { Holder } from './office.ts';
import { type Absence, type Acting, type Matter, whoActs } from './substitute.ts';

export type LeaderMatter = Matter & {
  /** By person id: the person id of the leader assigned to them; absent or null: none. */
  readonly leaders: ReadonlyMap<string, string | null>;
  /** Members whose leader has kept silent for the working days the measure gives. */
  readonly unanswered: ReadonlySet<string>;
};

export function whoLeads(personId: string, matter: LeaderMatter): Acting {
  const held = matter.roll.filter((one) => isLeaderOf(one, personId, matter));
  const ids = new Set(held.map(({ officeId }) => officeId));
  const roll = matter.roll.filter(
    (one) => one.office !== 'leaderInCharge' || ids.has(one.deputyOf ?? one.officeId),
  );
  const silent = matter.unanswered.has(personId) ? officesOf(held, matter) : [];
  const away = new Map<string, Absence>([
    ...(matter.away ?? []),
    ...silent.map(({ officeId }) => [officeId, 'silent'] as const),
  ]);
  return whoActs('leaderInCharge', { ...matter, about: [personId], roll, away });
}

/** All they hold there: whoever is silent stands in for themselves under no other office either. */
function officesOf(held: readonly Holder[], { roll, organisation }: LeaderMatter): Holder[] {
  return roll.filter(
    (one) => one.organisationId === organisation && held.some(({ personId }) => personId === one.personId),
  );
}

/** Whether that holding makes its holder the leader of the person, able to act or not. */
export function isLeaderOf(
  one: Pick<Holder, 'organisationId' | 'office' | 'deputyOf' | 'personId'>,
  personId: string,
  { organisation, leaders }: Pick<LeaderMatter, 'organisation' | 'leaders'>,
): boolean {
  return (
    one.organisationId === organisation &&
    one.office === 'leaderInCharge' &&
    one.deputyOf === null &&
    leaders.get(personId) === one.personId
  );
}
