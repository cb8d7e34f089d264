/** What waits in one's own matters (本人): a few streams of each register entry one is, never the branch's. */
import type { PersonActor, Self } from '../../domain/access/actor.ts';
import { readFact } from '../../domain/fact.ts';
import { type Day, periods, yearOf } from '../../domain/period.ts';
import { matterStream, type RoundFact, roundStream } from '../../domain/round/facts.ts';
import { foldRound } from '../../domain/round/round.ts';
import { DUTIES } from '../../domain/todo/duties.ts';
import { type Wait, waitsIn } from '../../domain/todo/waits.ts';
import type { Reading } from '../ports.ts';
import { type OwnRounds, ownRounds } from './ownRounds.ts';
import type { KnownPolicies } from './policies.ts';

export type OwnWait = Self & { readonly year: number; readonly period: number; readonly wait: Wait };

/** One query a year. */
export async function ownWaits(
  tx: Reading,
  { selves, offices }: PersonActor,
  policies: KnownPolicies,
  today: Day,
): Promise<OwnWait[]> {
  const members = selves.filter((self) =>
    offices.some((one) => one.organisationId === self.organisationId && one.office === 'member'),
  );
  const found: OwnWait[] = [];
  for (const year of [yearOf(today), yearOf(today) - 1])
    for (const own of await ownRounds(tx, members, year, policies)) found.push(...waitsOf(own, year, today));
  return found;
}

const waitsOf = ({ self, policy, rows }: OwnRounds, year: number, today: Day): OwnWait[] =>
  periods(policy.periods.count).flatMap((period) => {
    const mine = [roundStream(period), matterStream(period, self.personId)];
    const round = foldRound(
      rows
        .filter(({ stream }) => mine.includes(stream))
        .map((row) => ({ fact: readFact(row) as RoundFact, seq: row.seq })),
    );
    return waitsIn(round, today)
      .filter(({ duty, people }) => DUTIES[duty].whose === 'own' && people.includes(self.personId))
      .map((wait) => ({ ...self, year, period, wait }));
  });
