/** Places an organisation under another, or under none (隶属关系). */
import { ORGANISATION_STREAM, REGISTER } from '../domain/fact.ts';
import { standsBelow } from '../domain/office/office.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { organisationsAbove } from './accessObject.ts';
import type { PlaceOrganisation } from './officeCommands.ts';
import type { OrganisationRow, Reading, Writing } from './ports.ts';
import type { Decision, NewFact, Step } from './step.ts';

/** Refuses an organisation that is not in the books (organisationUnknown), and what placingRefusal names. */
export const placeOrganisationStep: Step<PlaceOrganisation, null> = {
  ability: 'placeOrganisation',
  books: () => [],
  subject: () => ({ book: REGISTER, stream: ORGANISATION_STREAM }),
  load,
  decide: ({ parentId }): Decision => ({ facts: [organisationPlaced(parentId)], outcome: { parentId } }),
};

async function load(tx: Writing, { organisationId, parentId }: PlaceOrganisation): Promise<null | Refusal> {
  const organisation = await tx.organisation(organisationId);
  if (organisation === undefined) return refuse('organisationUnknown', null, { organisationId });
  if (parentId === null) return null;
  // Two that are being placed under each other wait here, and the second one sees what the first has done.
  await tx.lockHeads(parentId, [REGISTER]);
  return (await placingRefusal(tx, organisation, parentId)) ?? null;
}

/** Above is a committee of the same books, never the organisation itself nor one below it (placedInCircle, notAbove). */
export async function placingRefusal(
  tx: Reading,
  { organisationId, level }: Pick<OrganisationRow, 'organisationId' | 'level'>,
  parentId: string,
): Promise<Refusal | undefined> {
  const parent = await tx.organisation(parentId);
  if (parent === undefined) return refuse('organisationUnknown', null, { organisationId: parentId });
  if (!standsBelow(level, parent.level)) return refuse('notAbove', null);
  const above = [parentId, ...(await organisationsAbove(tx, parentId))];
  return above.includes(organisationId) ? refuse('placedInCircle', null) : undefined;
}

export const organisationPlaced = (parentId: string | null): NewFact => ({
  book: REGISTER,
  stream: ORGANISATION_STREAM,
  fact: { type: 'organisationPlaced', v: 1, parentId },
});
