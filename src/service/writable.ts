/** Whose rows an import may write: those its importer might post one by one, nobody's own (promises X8, G34). */
import type { Actor } from '../domain/access/actor.ts';
import { can } from '../domain/access.ts';
import type { Making } from './step.ts';

/** `own`: the importer's own matter · `others`: of somebody for whom they may not post; null is somebody new. */
export type Writable = (personId: string | null) => 'yes' | 'own' | 'others';

export function writableBy(
  { actor, object }: Pick<Making, 'actor' | 'object'>,
  accounts: ReadonlyMap<string, string>,
): Writable {
  return (personId) => {
    const userId = personId === null ? undefined : accounts.get(personId);
    const about = personId === null ? [] : [personId];
    const asked = can(actor, 'postEntry', { ...object, about, users: userId === undefined ? [] : [userId] });
    if (asked === true) return 'yes';
    return isSelf(actor, object.organisation, personId) ? 'own' : 'others';
  };
}

export function isSelf(actor: Actor, organisation: string, personId: string | null): boolean {
  return (
    actor.kind === 'person' &&
    actor.selves.some((self) => self.organisationId === organisation && self.personId === personId)
  );
}
