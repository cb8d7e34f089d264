/** What stands in the fields of the meeting itself. */
import type { MeetingDraft, MeetingMode } from '../../contract/roundMeetingMode.ts';

export const blankMeeting = ({ today }: MeetingMode, host: string): MeetingDraft => ({
  on: today,
  place: '',
  host,
  present: [],
  reasons: [],
  minutes: '',
});

export const reasonOf = ({ reasons }: MeetingDraft, id: string) =>
  reasons.find(({ who }) => who === id)?.reason ?? '';

export const withReason = (draft: MeetingDraft, who: string, reason: string): MeetingDraft => ({
  ...draft,
  reasons: [...draft.reasons.filter((one) => one.who !== who), { who, reason }],
});

export const withPresent = (draft: MeetingDraft, who: string, isPresent: boolean): MeetingDraft => ({
  ...draft,
  present: isPresent ? [...draft.present, who] : draft.present.filter((one) => one !== who),
});

/** Of those entitled on that day: who is there, and why the others are not. */
export function sentAttendance(draft: MeetingDraft, { entitled }: MeetingMode['sitting']) {
  const absent = entitled.filter(({ id }) => !draft.present.includes(id));
  return {
    on: draft.on,
    place: draft.place,
    host: draft.host,
    minutes: draft.minutes,
    present: entitled.filter(({ id }) => draft.present.includes(id)).map(({ id }) => id),
    absent: absent.map(({ id }) => ({ member: id, reason: reasonOf(draft, id) })),
  };
}
