/** What the adoption of rules needs beside a draft: the meeting's record, a label and a year (An1.1). */
import { z } from 'zod';
import { day } from '../field.ts';
import { type Day, yearStart } from '../period.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Change } from './draft/change.ts';

const people = z.int().min(0).max(100_000);

export const meetingRecord = z.strictObject({
  on: day,
  kind: z.enum(['generalMeeting', 'committee']),
  present: people,
  entitled: people,
  /** Null: adopted without a count of votes. */
  votes: z.strictObject({ for: people, against: people, abstained: people }).nullable(),
  /** Number of the minutes or document (文号). */
  document: z.string(),
});
export type MeetingRecord = z.output<typeof meetingRecord>;

export const MEETINGS: Readonly<Record<MeetingRecord['kind'], string>> = {
  generalMeeting: '支部党员大会',
  committee: '支部委员会会议',
};

/**
 * Refuses a meeting still to come (meetingInFuture); one at which fewer than half of those entitled were present
 * (meetingTooFew); votes that are more than those present, or no majority of those entitled (meetingVotes); a missing document.
 */
export function meetingRefusal(
  { on, present, entitled, votes, document }: MeetingRecord,
  today: Day,
): Refusal | undefined {
  if (on > today) return refuse('meetingInFuture', null, { on });
  if (entitled === 0 || present > entitled || present * 2 < entitled)
    return refuse('meetingTooFew', 'An1.1', { present, entitled });
  if (votes !== null) {
    const cast = votes.for + votes.against + votes.abstained;
    if (cast > present || votes.for * 2 <= entitled)
      return refuse('meetingVotes', 'An1.1', { for: votes.for, cast, present, entitled });
  }
  return document.trim() === '' ? refuse('missing-document', 'An1.1') : undefined;
}

export type Adopting = { readonly version: string; readonly year: number; readonly meeting: MeetingRecord };

/** The draft's changes and what its adoption itself decides: label, first day, and by whom the chosen readings were decided. */
export function adoptedChanges(
  changes: readonly Change[],
  { version, year, meeting }: Adopting,
): readonly Change[] {
  const decided = changes.flatMap(({ place }): Change[] => {
    const [, reading] = /^readings\/([^/]+)\/chosen$/.exec(place) ?? [];
    if (reading === undefined) return [];
    const by = `${MEETINGS[meeting.kind]}决定（${meeting.document.trim()}）`;
    return [
      { place: `readings/${reading}/decidedBy`, to: by },
      { place: `readings/${reading}/decidedOn`, to: meeting.on },
    ];
  });
  const own: readonly Change[] = [
    { place: 'policy/version', to: version.trim() },
    { place: 'policy/effective/from', to: yearStart(year) },
    ...decided,
  ];
  return [...changes.filter(({ place }) => !own.some((one) => one.place === place)), ...own];
}
