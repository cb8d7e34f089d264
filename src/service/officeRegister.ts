/** An organisation's offices, accounts and place, folded from the facts of its register. */
import { readFact, REGISTER } from '../domain/fact.ts';
import { emptyRegister, OFFICE_FACTS, type OfficeRegister, take } from '../domain/office/register.ts';
import type { Chained } from '../domain/ledger/envelope.ts';
import type { OfficeRow, PersonAccountRow, PlacingRow, Reading } from './ports.ts';
import { officeRow } from './viewRows.ts';

export async function officeRegister(tx: Reading, organisationId: string): Promise<OfficeRegister> {
  return foldOffices(organisationId, await tx.factsOfTypes(organisationId, REGISTER, OFFICE_FACTS));
}

export function foldOffices(organisationId: string, facts: Iterable<Chained>): OfficeRegister {
  const register = emptyRegister();
  for (const row of facts) take(register, organisationId, readFact(row), row);
  return register;
}

export type OfficeViews = {
  readonly placings: readonly PlacingRow[];
  readonly accounts: readonly PersonAccountRow[];
  readonly offices: readonly OfficeRow[];
};

export function officeViews(
  organisationId: string,
  { parentId, accounts, offices }: OfficeRegister,
): OfficeViews {
  return {
    placings: parentId === undefined ? [] : [{ organisationId, parentId }],
    accounts: [...accounts].map(([personId, userId]) => ({ organisationId, personId, userId })),
    offices: [...offices.values()].map(officeRow),
  };
}
