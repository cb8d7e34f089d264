/** What the reader may do with an application now: this is what the buttons are made of. */
import type { Actor } from '../../domain/access/actor.ts';
import { can } from '../../domain/access.ts';
import type { ExemptionMatter } from '../../domain/exemption/matter.ts';
import { actsIn, type ExemptionAct, type ExemptionRole } from '../../domain/exemption/procedure.ts';
import { isRunning } from '../../domain/exemption/term.ts';
import type { Day } from '../../domain/period.ts';
import { objectAbout, type Surroundings } from './exemptionSurroundings.ts';

const ABILITIES = {
  member: 'withdrawExemption',
  secretary: 'giveExemptionOpinion',
  body: 'approveExemption',
} as const satisfies Record<ExemptionRole, string>;

/** The acts of its state, for the roles the reader has: what comes next first, taking back last. */
export function actsOf(
  actor: Actor,
  matter: ExemptionMatter,
  around: Surroundings,
  today: Day,
): ExemptionAct[] {
  const object = objectAbout(around, matter.personId);
  return (['secretary', 'body', 'member'] as const).flatMap((role) => {
    if (can(actor, ABILITIES[role], object) !== true) return [];
    return actsIn(matter.state, role).filter(
      (act) => (act !== 'giveUp' && act !== 'end') || isRunning(matter, today),
    );
  });
}
