/** What the reader may do with an application now: this is what the buttons are made of. */
import type { Actor } from '../../domain/access/actor.ts';
import { can } from '../../domain/access.ts';
import type { ExemptionMatter } from '../../domain/exemption/matter.ts';
import { actsIn, type ExemptionAct, type ExemptionRole } from '../../domain/exemption/procedure.ts';
import { isRunning } from '../../domain/exemption/term.ts';
import type { Day } from '../../domain/period.ts';
import { decidingBody } from '../exemptionMatters.ts';
import { objectAbout, type Surroundings } from './exemptionSurroundings.ts';

const ABILITIES = {
  member: 'withdrawExemption',
  secretary: 'giveExemptionOpinion',
  body: 'approveExemption',
} as const satisfies Record<ExemptionRole, string>;

/** The acts of its state, for the roles the reader has. */
export function actsOf(
  actor: Actor,
  matter: ExemptionMatter,
  around: Surroundings,
  today: Day,
): ExemptionAct[] {
  const object = objectAbout(around, matter.personId);
  const body = decidingBody(object);
  return (['member', 'secretary', 'body'] as const).flatMap((role) => {
    const asked = role === 'body' ? { ...object, above: body === null ? [] : [body.bodyId] } : object;
    if (can(actor, ABILITIES[role], asked) !== true) return [];
    return actsIn(matter.state, role).filter(
      (act) => (act !== 'giveUp' && act !== 'end') || isRunning(matter, today),
    );
  });
}
