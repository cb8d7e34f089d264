/** Which periods of a year's book still wait to be registered (An1.6), by person. */
import { readFact } from '../domain/fact.ts';
import type { Chained } from '../domain/ledger/envelope.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { taskItems } from '../domain/policy/taskItems.ts';
import type { PostedEntry } from './fold.ts';

export type RoundPeople = { readonly people: ReadonlySet<string>; readonly registered: ReadonlySet<string> };

/** By period, from the facts of a year's book in their order. */
export function roundsIn(facts: Iterable<Chained>): ReadonlyMap<number, RoundPeople> {
  const rounds = new Map<number, { people: ReadonlySet<string>; registered: Set<string> }>();
  for (const row of facts) {
    if (row.type !== 'roundOpened' && row.type !== 'pointsRegistered') continue;
    const fact = readFact(row);
    if (fact.type === 'roundOpened')
      rounds.set(fact.period, { people: new Set(fact.people), registered: new Set() });
    if (fact.type === 'pointsRegistered') rounds.get(fact.period)?.registered.add(fact.personId);
  }
  return rounds;
}

/**
 * Asked of a person, ascending: periods whose round has them and has not registered them yet, and periods that no round has
 * begun and to which nobody's tasks were posted otherwise, by an import say.
 */
export function awaitedPeriods(
  policy: Policy,
  {
    rounds,
    entries,
  }: { readonly rounds: ReadonlyMap<number, RoundPeople>; readonly entries: readonly PostedEntry[] },
): (personId: string) => readonly number[] {
  const tasks = taskItems(policy);
  const posted = new Set(entries.filter(({ item }) => tasks.has(item)).map(({ period }) => period));
  const periods = policy.periods.labels.map((_, index) => index + 1);
  return (personId) =>
    periods.filter((period) => {
      const round = rounds.get(period);
      if (round === undefined) return !posted.has(period);
      return round.people.has(personId) && !round.registered.has(personId);
    });
}
