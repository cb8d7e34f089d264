/** The exemptions of an organisation and those below it that the reader has to do with: where each stands, never why. */
import type { Actor } from '../../domain/access/actor.ts';
import { can } from '../../domain/access.ts';
import type { ExemptionMatter } from '../../domain/exemption/matter.ts';
import { type ExemptionAct, isOpen } from '../../domain/exemption/procedure.ts';
import { isRunning } from '../../domain/exemption/term.ts';
import type { Day } from '../../domain/period.ts';
import { exemptionMatters } from '../exemptionMatters.ts';
import type { Reading } from '../ports.ts';
import { actsOf } from './exemptionActs.ts';
import { sinceOf, termWords } from './exemptionCourse.ts';
import { nextOf } from './exemptionNext.ts';
import { objectAbout, type Surroundings, surroundingsOf } from './exemptionSurroundings.ts';

export type ExemptionRow = {
  readonly exemptionId: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly member: { readonly id: string; readonly name: string; readonly number: string };
  /** Who acts next and why; of a closed one, what became of it. */
  readonly next: string;
  readonly since: Day;
  readonly term: string | null;
  readonly acts: readonly ExemptionAct[];
  readonly part: 'open' | 'running' | 'closed';
};

/** Latest first within each organisation. */
export async function exemptionRows(
  tx: Reading,
  actor: Actor,
  organisation: string,
  today: Day,
): Promise<ExemptionRow[]> {
  const below = (await tx.organisationsBelow(organisation)).sort();
  const rows: ExemptionRow[] = [];
  for (const id of [organisation, ...below]) rows.push(...(await rowsOf(tx, actor, id, today)));
  return rows;
}

async function rowsOf(tx: Reading, actor: Actor, organisation: string, today: Day): Promise<ExemptionRow[]> {
  const matters = [...(await exemptionMatters(tx, organisation)).values()];
  if (matters.length === 0) return [];
  const around = await surroundingsOf(tx, organisation, today);
  const people = new Map((await tx.persons(organisation, {})).map((row) => [row.personId, row]));
  return matters
    .filter(({ personId }) => can(actor, 'readExemption', objectAbout(around, personId)) === true)
    .map((matter) => {
      const { number = '', name = '' } = people.get(matter.personId) ?? {};
      const member = { id: matter.personId, name, number };
      return { ...rowOf(actor, matter, around, today), member };
    })
    .toReversed();
}

function rowOf(actor: Actor, matter: ExemptionMatter, around: Surroundings, today: Day) {
  const { organisation } = around.object;
  return {
    exemptionId: matter.exemptionId,
    organisation: { id: organisation, name: around.organisationName(organisation) },
    next: nextOf(matter, around),
    since: sinceOf(matter),
    term: termWords(matter),
    acts: actsOf(actor, matter, around, today),
    part: isOpen(matter.state)
      ? ('open' as const)
      : isRunning(matter, today)
        ? ('running' as const)
        : ('closed' as const),
  };
}
