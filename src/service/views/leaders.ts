/** Who is whose leader in charge (分管领导), as the register has assigned them last. */
import { memberStream, readFact, REGISTER } from '../../domain/fact.ts';
import type { Chained } from '../../domain/ledger/envelope.ts';
import type { Reading } from '../ports.ts';

/**
 * By person id: the person id of their leader, or null when the assignment was taken back. Whoever is absent never had one
 * assigned. Whether the leader still holds the office, and who acts where not, is asked of the offices (G17).
 */
export async function leadersOf(
  tx: Pick<Reading, 'factsOfTypes'>,
  organisationId: string,
): Promise<Map<string, string | null>> {
  return assigned(await tx.factsOfTypes(organisationId, REGISTER, ['leaderAssigned']));
}

/** The same of these people alone, from their own streams. */
export async function leadersAmong(
  tx: Pick<Reading, 'factsOf'>,
  organisationId: string,
  people: readonly string[],
): Promise<Map<string, string | null>> {
  return assigned(await tx.factsOf(organisationId, REGISTER, people.map(memberStream)));
}

function assigned(facts: readonly Chained[]): Map<string, string | null> {
  const leaders = new Map<string, string | null>();
  for (const row of facts) {
    const fact = readFact(row);
    if (fact.type === 'leaderAssigned') leaders.set(fact.personId, fact.leaderId);
  }
  return leaders;
}
