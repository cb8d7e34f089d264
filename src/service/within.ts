/** The organisations whose books somebody could have anything to do with: nothing further is looked up for them. */
import type { Actor } from '../domain/access/actor.ts';
import { MACHINE } from '../domain/office/office.ts';
import type { OrganisationRow, Reading } from './ports.ts';

/** In order of id: all, to the machine's own; else those one holds an office in, and all below them. */
export async function organisationsWithin(tx: Reading, actor: Actor): Promise<OrganisationRow[]> {
  if (actor.kind !== 'person') return tx.organisations();
  const held = new Set(actor.offices.map(({ organisationId }) => organisationId));
  if (held.has(MACHINE)) return tx.organisations();
  const within = new Set(held);
  for (const one of held) for (const below of await tx.organisationsBelow(one)) within.add(below);
  const found = await tx.organisationsNamed([...within]);
  return found.sort((one, other) => (one.organisationId < other.organisationId ? -1 : 1));
}
