/** What one person holds, here and by their account elsewhere: administrators exclude each other and every other office. */
import { REGISTER } from '../domain/fact.ts';
import { MACHINE, OFFICES, type OfficeKind } from '../domain/office/office.ts';
import type { OfficeRegister, RegisteredOffice } from '../domain/office/register.ts';
import { exclude, isOver } from '../domain/office/term.ts';
import type { Day } from '../domain/period.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Writing } from './ports.ts';

export type Holding = {
  readonly office: OfficeKind;
  readonly until: Day | null;
  readonly endedOn: Day | null;
};

/** Offices of the account in other organisations. Waits for the machine's register, where administrators are made. */
export async function heldElsewhere(
  tx: Writing,
  userId: string | null,
  organisationId: string,
): Promise<Holding[]> {
  if (organisationId !== MACHINE) await tx.lockHeads(MACHINE, [REGISTER]);
  if (userId === null) return [];
  return (await tx.linkedTo(userId)).flatMap((row) =>
    row.office === null || row.organisationId === organisationId
      ? []
      : [{ office: row.office, until: row.lastDay, endedOn: row.endedOn }],
  );
}

export function heldBy({ offices }: OfficeRegister, personId: string): RegisteredOffice[] {
  return [...offices.values()].filter((office) => office.personId === personId);
}

/** administratorExclusive: two of these cannot be one person's, today or later. */
export function exclusionRefusal(
  offices: readonly OfficeKind[],
  held: readonly Holding[],
  today: Day,
): Refusal | undefined {
  const current = held.filter((one) => isCurrent(one, today)).map(({ office }) => office);
  for (const office of offices) {
    const other = current.find((one) => exclude(office, one));
    if (other !== undefined)
      return refuse('administratorExclusive', null, { office: OFFICES[office], other: OFFICES[other] });
  }
  return undefined;
}

export const isCurrent = (holding: Holding, today: Day): boolean =>
  !isOver({ ...holding, from: today }, today);

/** Administrators of a kind who can sign in, without those of that person, on that day and after. */
export function otherAdministrators(
  { offices, accounts }: OfficeRegister,
  { office, personId }: Pick<RegisteredOffice, 'office' | 'personId'>,
  day: Day,
): RegisteredOffice[] {
  return [...offices.values()].filter(
    (one) =>
      one.office === office &&
      one.personId !== personId &&
      one.from <= day &&
      one.until === null &&
      one.endedOn === null &&
      (accounts.get(one.personId) ?? null) !== null,
  );
}
