/** What a year's rounds hold of somebody themselves: the rounds' own facts and those of their matters. */
import type { Self } from '../../domain/access/actor.ts';
import { yearBook } from '../../domain/fact.ts';
import type { Chained } from '../../domain/ledger/envelope.ts';
import { periods } from '../../domain/period.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { matterStream, roundStream } from '../../domain/round/facts.ts';
import type { Reading } from '../ports.ts';
import type { KnownPolicies } from './policies.ts';

export type OwnRounds = {
  readonly self: Self;
  readonly policy: Policy;
  /** In the order of the book. */
  readonly rows: readonly Chained[];
};

/** One query, however many register entries somebody is; those whose year has no book are left out. */
export async function ownRounds(
  tx: Reading,
  selves: readonly Self[],
  year: number,
  policies: KnownPolicies,
): Promise<OwnRounds[]> {
  const asked = selves.flatMap((self) => {
    const policy = policies(self.organisationId, year);
    if (policy === undefined) return [];
    const numbers = periods(policy.periods.count);
    const streams = numbers.flatMap((period) => [roundStream(period), matterStream(period, self.personId)]);
    return [{ self, policy, streams }];
  });
  const found = await tx.factsOfStreamsIn(
    asked.map(({ self }) => self.organisationId),
    yearBook(year),
    [...new Set(asked.flatMap(({ streams }) => streams))],
  );
  return asked.map(({ self, policy, streams }) => ({
    self,
    policy,
    rows: found.filter((row) => row.organisationId === self.organisationId && streams.includes(row.stream)),
  }));
}
