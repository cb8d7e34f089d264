/** The meeting that may decide on a member's matter as it stands (An1.5). */
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Matter } from '../../domain/round/matter.ts';
import type { Meeting } from '../../domain/round/round.ts';
import type { RoundState } from './roundState.ts';

/** Refuses one that is not of this round (meetingUnknown), and one entered before the matter was reopened (meetingOver). */
export function meetingFor(
  { round }: RoundState,
  meetingId: string,
  { personId, reopenedSeq }: Matter,
): Meeting | Refusal {
  const meeting = round.meetings.find((one) => one.meetingId === meetingId);
  if (meeting === undefined) return refuse('meetingUnknown', 'An1.5', {});
  return reopenedSeq !== null && meeting.seq < reopenedSeq
    ? refuse('meetingOver', 'An1.6', { on: meeting.on, person: personId })
    : meeting;
}
