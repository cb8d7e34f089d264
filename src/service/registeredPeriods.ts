/** G31: a period that a round has registered is closed to every other way of writing: it is put right in an open round alone. */
import { readFact, yearBook } from '../domain/fact.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Reading } from './ports.ts';

/** Keys of a period and a person. */
export type RegisteredPeriods = ReadonlySet<string>;

const periodKey = (personId: string, period: number): string => `${period} ${personId}`;

export async function registeredPeriods(
  tx: Reading,
  organisationId: string,
  year: number,
): Promise<RegisteredPeriods> {
  const rows = await tx.factsOfTypes(organisationId, yearBook(year), ['pointsRegistered']);
  return new Set(
    rows.flatMap((row) => {
      const fact = readFact(row);
      return fact.type === 'pointsRegistered' ? [periodKey(fact.personId, fact.period)] : [];
    }),
  );
}

/** Refuses one that is among them (periodRegistered). */
export function registeredRefusal(
  registered: RegisteredPeriods,
  { personId, period }: { readonly personId: string; readonly period: number },
): Refusal | undefined {
  return registered.has(periodKey(personId, period))
    ? refuse('periodRegistered', 'An1.6', { period })
    : undefined;
}
