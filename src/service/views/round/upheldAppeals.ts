/** Appeals the organisation above upheld about earlier quarters: the reason to put points right in the open round (G30, G31). */
import { readFact, yearBook } from '../../../domain/fact.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import type { RoundFact } from '../../../domain/round/facts.ts';
import type { Reading } from '../../ports.ts';
import type { Here } from '../../round/roundState.ts';
import { periodName } from '../naming.ts';

/** By person id, the quarters' names; not those for which an earlier round proposed a correction since. */
export async function upheldAppeals(
  tx: Reading,
  { organisationId, year, period }: Here,
  policy: Policy,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const quarters = new Map<string, Set<number>>();
  const types = ['appealAnswered', 'correctionProposed'];
  for (const row of await tx.factsOfTypes(organisationId, yearBook(year), types)) {
    const fact = readFact(row) as RoundFact;
    if (fact.type === 'correctionProposed' && fact.period < period)
      quarters.get(fact.personId)?.delete(fact.counted);
    if (fact.type === 'appealAnswered' && fact.upheld && fact.period < period)
      quarters.set(fact.personId, (quarters.get(fact.personId) ?? new Set()).add(fact.period));
  }
  return new Map(
    [...quarters].map(([personId, known]) => [personId, [...known].map((one) => periodName(policy, one))]),
  );
}
