/** What a public notice shows of each member, and nothing more: number in the list, name, points of the period, note (G29). */
import { memberStream, yearBook } from '../../domain/fact.ts';
import { countedPeriods } from '../../domain/member/counted.ts';
import { formatPoints } from '../../domain/points.ts';
import type { Entry } from '../../domain/policy/line.ts';
import { scoringOf } from '../../domain/policy/scoring.ts';
import { scoreYear } from '../../domain/year/corrected.ts';
import { foldYear, scoredEntries } from '../fold.ts';
import type { Reading } from '../ports.ts';
import { upheldCorrections, withCorrections, withoutRound } from './corrections.ts';
import { decidedPostings } from './decidedPostings.ts';
import { tasksDue } from './dueTasks.ts';
import { textsOfMatters } from './textsOfMatters.ts';
import type { Here, RoundState } from './roundState.ts';

export type NoticeLine = {
  readonly personId: string;
  readonly name: string;
  /** Two decimals. */
  readonly points: string;
  readonly note: string;
};

/** In the order of the members' numbers. The points are what the ledger will show once they are registered. */
export async function noticeLines(
  tx: Reading,
  here: Here,
  state: RoundState,
  people: readonly string[],
): Promise<NoticeLine[]> {
  const { organisationId, year, period } = here;
  const { policy, round, members } = state;
  const scoring = scoringOf(policy);
  const matters = people.flatMap((personId) => round.matters.get(personId) ?? []);
  const [due, texts, booked] = [
    await tasksDue(tx, here, people),
    await textsOfMatters(tx, organisationId, year, matters),
    foldYear(await tx.factsOf(organisationId, yearBook(year), people.map(memberStream))).entries,
  ];
  const bookedOf = Map.groupBy(booked.values(), ({ personId }) => personId);
  const grounds = new Set(policy.grounds.map(({ id }) => id));
  const rows = await tx.personsNamed(organisationId, people);
  return rows
    .toSorted((a, b) => (a.number < b.number ? -1 : 1))
    .flatMap(({ personId, name }) => {
      const [matter, member] = [round.matters.get(personId), members.get(personId)];
      if (matter === undefined || member === undefined) return [];
      const own = bookedOf.get(personId) ?? [];
      const earlier = withCorrections(withoutRound(own, matter), matter, period);
      const decided = decidedPostings(policy, period, matter, {
        due: due.get(personId) ?? [],
        texts,
        on: round.opened?.appraisalOn ?? matter.notice?.from ?? member.joinedOn,
      });
      const added = decided
        .filter(({ item }) => !grounds.has(item))
        .map(
          ({ item, day, amount, keys }, index): Entry => ({
            id: `${index}`,
            item,
            day,
            period,
            amount,
            incident: keys.incident ?? undefined,
            achievement: keys.achievement ?? undefined,
          }),
        );
      const counted = countedPeriods(member, { year, count: policy.periods.count });
      const asked = counted.includes(period) ? counted : [...counted, period].toSorted((a, b) => a - b);
      const score = scoreYear(scoring, asked, [...scoredEntries(policy, earlier), ...added]);
      const points = score.periods[period - 1]?.points;
      return [
        {
          personId,
          name,
          points: points === undefined ? '' : formatPoints(points),
          note: noteOf(member.type, matter.appraisals, upheldCorrections(matter).length),
        },
      ];
    });
}

const TYPE_NOTES = { full: '', probationary: '预备党员，考察', applicant: '入党积极分子' } as const;

function noteOf(type: keyof typeof TYPE_NOTES, appraisals: number, corrections: number): string {
  const correction = corrections > 0 ? `含对以前登记的更正 ${corrections} 笔` : '';
  return [TYPE_NOTES[type], appraisals > 1 ? '重新评议后公示' : '', correction]
    .filter((part) => part !== '')
    .join('；');
}
