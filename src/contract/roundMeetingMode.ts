/** 支部评议 on the wire: what the meeting reads of everybody, and the drafts it writes (会议方式). */
import { z } from 'zod';
import { matterLines } from './round.ts';
import { about, at, here, id, MOST_PEOPLE, quality, votes } from './roundPlace.ts';
import { asking, dayText, heading } from './wire.ts';

const typed = z.string().max(12);
const long = z.string().max(2000);

/** The meeting as it is being written down. */
const meetingDraft = z.object({
  on: typed,
  place: long,
  host: long,
  present: z.array(id).max(MOST_PEOPLE),
  reasons: z.array(z.object({ who: id, reason: long })).max(MOST_PEOPLE),
  minutes: long,
});
export type MeetingDraft = z.infer<typeof meetingDraft>;

/** A decision as it is being written down; `taken`: the meeting has decided it so. */
const decisionDraft = z.object({
  tasks: z.array(z.object({ taskId: id, points: typed, expected: z.boolean() })).max(60),
  bonuses: z.array(z.object({ bonusId: id, accepted: z.boolean() })).max(20),
  deductions: z.array(z.object({ proposalId: id, upheld: z.boolean() })).max(100),
  recused: z.array(id).max(100),
  votes: z.object({ for: typed, against: typed, abstained: typed }),
  words: long,
  taken: z.boolean(),
});
export type DecisionDraft = z.infer<typeof decisionDraft>;

const kept = <Content extends z.ZodType>(content: Content) =>
  z.object({ version: z.int(), content }).nullable();

const inputs = z.object({
  member: heading,
  number: z.string(),
  group: z.string().nullable(),
  applied: z.boolean(),
  late: z.boolean(),
  onBehalf: z.object({ helper: z.string(), on: dayText }).nullable(),
  selfReported: z.string().nullable(),
  opinion: z.object({ quality: quality.nullable(), unsigned: z.boolean(), words: z.string() }).nullable(),
  sheetWords: z.string(),
  ...matterLines,
  /** Decided once already and reopened since: why. */
  again: z
    .object({
      on: dayText,
      votes,
      words: z.string(),
      returned: z.string().nullable(),
      answers: z.array(z.string()),
    })
    .nullable(),
  /** Held meetings that may decide on this member. */
  meetings: z.array(z.string()),
  draft: kept(decisionDraft),
});
const toAppraise = inputs.extend({
  mayAppraise: z.boolean(),
  mayPrepare: z.boolean(),
  /** Who decides instead of the secretary, and why; null: the secretary does. */
  appraiser: z.string().nullable(),
});

/** Tied twice: the organisation above decides (G36). */
const tied = inputs.extend({
  tie: z.object({ on: dayText, votes, recused: z.array(heading) }),
  /** By whom, in words. */
  decider: z.string(),
  mayDecideTie: z.boolean(),
});

const meeting = z.object({
  label: z.string(),
  today: dayText,
  /** Tasks decided before it are expected (预计, G15). */
  last: dayText,
  sitting: z.object({
    on: dayText,
    body: z.enum(['committee', 'generalMeeting']),
    entitled: z.array(heading),
    /** So many must be present. */
    quorum: z.int(),
  }),
  mayHold: z.boolean(),
  mayPrepare: z.boolean(),
  draft: kept(meetingDraft),
  meetings: z.array(
    z.object({
      meetingId: z.string(),
      on: dayText,
      place: z.string(),
      host: z.string(),
      present: z.array(heading),
      absent: z.int(),
    }),
  ),
  members: z.array(toAppraise),
  ties: z.array(tied),
  others: z.array(z.object({ member: heading, state: z.string(), isBefore: z.boolean() })),
});
export type MeetingMode = z.infer<typeof meeting>;

export const roundMeetingMode = {
  meetingMode: asking('readAppraisal')
    .route({ method: 'GET', path: at('/meeting'), summary: '支部评议材料和评议草稿' })
    .input(here)
    .output(meeting),
  /** `expected`: version of the draft that was seen; 0: none. */
  saveMeeting: asking('prepareAppraisal')
    .route({ method: 'PUT', path: at('/meeting'), summary: '保存评议会的草稿' })
    .input(here.extend({ expected: z.int().min(0), draft: meetingDraft }))
    .output(z.object({ version: z.int() })),
  saveDecision: asking('prepareAppraisal')
    .route({ method: 'PUT', path: at('/members/{member}/decision'), summary: '保存一名党员的评议草稿' })
    .input(about.extend({ expected: z.int().min(0), draft: decisionDraft }))
    .output(z.object({ version: z.int() })),
};
