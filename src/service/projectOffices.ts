/** Brings the views of offices, accounts and places up to the facts. */
import { REGISTER } from '../domain/fact.ts';
import { OFFICE_FACTS } from '../domain/office/register.ts';
import { foldOffices, officeRegister, officeViews, type OfficeViews } from './officeRegister.ts';
import type { Writing } from './ports.ts';
import type { NewFact } from './step.ts';

/** The streams just written to are folded again, whole. */
export async function projectOffices(
  tx: Writing,
  organisationId: string,
  facts: readonly NewFact[],
): Promise<void> {
  const types: readonly string[] = OFFICE_FACTS;
  const touched = facts.filter(({ book, fact }) => book === REGISTER && types.includes(fact.type));
  const streams = [...new Set(touched.map(({ stream }) => stream))];
  if (streams.length === 0) return;
  const rows = await tx.factsOf(organisationId, REGISTER, streams);
  await put(tx, officeViews(organisationId, foldOffices(organisationId, rows)));
}

export async function rebuildOffices(tx: Writing, organisationId: string): Promise<void> {
  await put(tx, officeViews(organisationId, await officeRegister(tx, organisationId)));
}

async function put(tx: Writing, { placings, accounts, offices }: OfficeViews): Promise<void> {
  await tx.putPlacings(placings);
  await tx.putPersonAccounts(accounts);
  await tx.putOffices(offices);
}
