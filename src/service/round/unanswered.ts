/** Whose leader in charge has let the days for signing pass: then whoever acts instead may sign too (G17). */
import type { Day } from '../../domain/period.ts';
import { ACTS, type State } from '../../domain/round/acts.ts';
import type { Round } from '../../domain/round/round.ts';

export function unansweredIn(
  { opened, matters }: Pick<Round, 'opened' | 'matters'>,
  people: Iterable<string>,
  today: Day,
): ReadonlySet<string> {
  if (opened === null || today <= opened.opinionUntil) return new Set();
  const waiting: readonly State[] = ACTS.giveOpinion.from;
  return new Set(
    [...people].filter((personId) => {
      const matter = matters.get(personId);
      return matter !== undefined && waiting.includes(matter.state);
    }),
  );
}
