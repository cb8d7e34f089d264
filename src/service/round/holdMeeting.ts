/** 支部评议 opens (An1.5, G36): the day, who sits, who was entitled, and why the absent are absent. */
import { yearBook } from '../../domain/fact.ts';
import type { Day } from '../../domain/period.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { quorumRefusal } from '../../domain/round/meeting.ts';
import type { Decision, Making } from '../step.ts';
import { MEETING_PAPER, meetingPaperKind } from './meetingPaper.ts';
import { inRound, roundStep } from './roundStep.ts';
import { bodyOf, type Sitters, sitters } from './sitters.ts';
import type { Here, RoundState } from './roundState.ts';

export type HoldMeeting = Here & {
  readonly type: 'holdMeeting';
  readonly on: Day;
  readonly place: string;
  readonly host: string;
  readonly present: readonly string[];
  readonly absent: readonly { readonly personId: string; readonly reason: string }[];
  /** Minutes in the branch's own words. */
  readonly minutes: string;
};

/** Refuses a meeting in the future (meetingAhead), one without a quorum, somebody neither present nor excused (absentUnexplained), and a round that is not open. */
export const holdMeetingStep = roundStep<HoldMeeting, Sitters>({
  ability: 'appraise',
  about: () => [],
  reads: 'matters',
  more: (tx, { organisationId, on }, { policy }) => sitters(tx, organisationId, on, bodyOf(policy)),
  decide,
});

function decide(
  command: HoldMeeting,
  { round }: RoundState,
  { body, entitled }: Sitters,
  making: Making,
): Decision | Refusal {
  const { period, year, on, present, absent, place, host, minutes } = command;
  if (round.opened === null) return refuse('roundNotOpen', 'An1.5', { period });
  if (on > making.today) return refuse('meetingAhead', 'An1.5', { on });
  const unexplained = entitled.filter(
    (one) =>
      !present.includes(one) &&
      !absent.some(({ personId, reason }) => personId === one && reason.trim() !== ''),
  );
  const refusal =
    quorumRefusal({ entitled, present }) ??
    (unexplained.length > 0 ? refuse('absentUnexplained', '4.1', { count: unexplained.length }) : undefined);
  if (refusal !== undefined) return refusal;
  const meetingId = making.newId();
  const reasons = Object.fromEntries(absent.map(({ personId, reason }) => [personId, reason]));
  const text = making.seal(yearBook(year), { place, host, minutes, reasons });
  const fact = {
    type: 'meetingHeld',
    v: 1,
    period,
    meetingId,
    on,
    body,
    present: [...present],
    absent: absent.map(({ personId }) => personId),
    textHash: text.hash,
  } as const;
  return {
    facts: [inRound(command, fact, text)],
    handedIn: [{ kind: meetingPaperKind(command), paperId: MEETING_PAPER }],
    outcome: { meetingId, body, entitled: entitled.length },
  };
}
