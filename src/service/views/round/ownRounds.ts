/** The rounds in which somebody's own matter is still under way: this year's and last year's. */
import { readFact, yearBook } from '../../../domain/fact.ts';
import type { Self } from '../../../domain/access/actor.ts';
import type { Holidays } from '../../../domain/calendar/holidays.ts';
import { type Day, yearOf } from '../../../domain/period.ts';
import { STATES } from '../../../domain/round/acts.ts';
import { matterStream, type RoundFact, roundStream } from '../../../domain/round/facts.ts';
import { standingProposals, stateOn } from '../../../domain/round/matter.ts';
import { foldRound } from '../../../domain/round/round.ts';
import type { Reading } from '../../ports.ts';
import { policyOf } from '../../viewRows.ts';
import { periodName } from '../naming.ts';
import { dueFrom } from './due.ts';
import { dueOn } from './matterCourse.ts';

/** Three queries for each register entry and year. */
export async function ownRounds(tx: Reading, selves: readonly Self[], today: Day, holidays: Holidays) {
  const found = [];
  for (const self of selves)
    for (const year of [yearOf(today), yearOf(today) - 1])
      found.push(...(await ofYear(tx, self, year, today, holidays)));
  return found;
}

async function ofYear(
  tx: Reading,
  { organisationId, personId }: Self,
  year: number,
  today: Day,
  holidays: Holidays,
) {
  const stored = await tx.policy(organisationId, yearBook(year));
  const organisation = await tx.organisation(organisationId);
  if (stored === undefined || organisation === undefined) return [];
  const policy = policyOf(stored.content);
  const numbers = policy.periods.labels.map((_, index) => index + 1);
  const streams = numbers.flatMap((period) => [roundStream(period), matterStream(period, personId)]);
  const rows = await tx.factsOf(organisationId, yearBook(year), streams);
  return numbers.flatMap((period) => {
    const ofPeriod = rows
      .filter(({ stream }) => stream === roundStream(period) || stream === matterStream(period, personId))
      .map((row) => ({ fact: readFact(row) as RoundFact, seq: row.seq }));
    const { opened, matters } = foldRound(ofPeriod);
    const matter = matters.get(personId);
    if (matter === undefined || matter.state === 'filed') return [];
    const day = dueOn(matter, opened, today);
    return [
      {
        organisation: { id: organisationId, name: organisation.name },
        year,
        period,
        label: periodName(policy, period),
        member: personId,
        state: STATES[stateOn(matter, today)],
        toApply: matter.state === 'open',
        unanswered: standingProposals(matter).filter(
          ({ answeredSeq }) => answeredSeq === null && matter.appraisal === null,
        ).length,
        due: day === null ? null : dueFrom(day, today, holidays),
      },
    ];
  });
}
