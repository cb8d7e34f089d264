/** Whose standing the books have decided, and what of it: a meeting's decision, an exam, an approval above. */
import { readFact, REGISTER } from '../domain/fact.ts';
import { type Decided, type DecidedPart, settledBy } from '../domain/member/decided.ts';
import type { Reading } from './ports.ts';

/** By person id; whoever is absent has nothing decided, so that a roster may still say it. */
export async function decidedStandings(
  tx: Reading,
  organisationId: string,
): Promise<ReadonlyMap<string, Decided>> {
  const decided = new Map<string, Set<DecidedPart>>();
  const settle = (personId: string, parts: readonly DecidedPart[]) =>
    decided.set(personId, new Set([...(decided.get(personId) ?? []), ...parts]));
  for (const row of await tx.factsOfTypes(organisationId, REGISTER, [
    'standingDecided',
    'exemptionDecided',
  ])) {
    const fact = readFact(row);
    if (fact.type === 'standingDecided') settle(fact.personId, settledBy(fact.decision));
    if (fact.type === 'exemptionDecided' && fact.approved) settle(fact.personId, ['exemption']);
  }
  return decided;
}
