/**
 * What a year's book says of its quarterly rounds. Stream `round:<period>` for what the branch does for everybody, stream
 * `matter:<period>:<personId>` for what is done in one member's matter. Words, minutes and names are sealed beside the chain;
 * who objected is in no fact at all (An1.6, reading G30).
 */
import { z } from 'zod';
import { amount, day, hash, id } from '../field.ts';

const period = z.int().min(1);
const here = { v: z.literal(1), period } as const;
const matter = { ...here, personId: id } as const;
const people = z.array(id).min(1).readonly();
const done = z.enum(['done', 'partly', 'notDone']);
const votes = z.strictObject({ for: z.int().min(0), against: z.int().min(0), abstained: z.int().min(0) });
const recused = z.array(id).readonly();
const taskPoints = z.array(z.strictObject({ taskId: id, points: amount })).readonly();

export const roundFacts = [
  /** Whom the round is about, and the days planned for it: a round keeps what it began under. */
  z.strictObject({
    type: z.literal('roundOpened'),
    ...here,
    people,
    applyUntil: day,
    opinionUntil: day,
    appraisalOn: day,
    filingOn: day,
  }),
  /** An1.3: tasks as the member sees them, and the bonuses claimed. `late`: after `applyUntil` (G33). */
  z.strictObject({
    type: z.literal('applicationHandedIn'),
    ...matter,
    tasks: z.array(z.strictObject({ taskId: id, done, claimed: amount })).readonly(),
    bonuses: z
      .array(
        z.strictObject({
          bonusId: id,
          item: id,
          day,
          amount,
          achievement: hash.nullable(),
          evidence: z.array(id).readonly(),
        }),
      )
      .readonly(),
    onBehalf: z.boolean(),
    late: z.boolean(),
    textHash: hash,
  }),
  /** An1.3: whether each task is done, and how well. `unsigned` (未签): nobody signed in time, which is neither done nor undone (G17). */
  z.strictObject({
    type: z.literal('opinionGiven'),
    ...matter,
    tasks: z.array(z.strictObject({ taskId: id, done })).readonly(),
    quality: z.enum(['excellent', 'good', 'fair', 'poor']).nullable(),
    unsigned: z.boolean(),
    as: z.enum(['holder', 'checker', 'deputy', 'secretary', 'above', 'colleague']),
    textHash: hash,
  }),
  /** A deduction somebody proposes, served to the member, who may answer until `answerUntil` (G41). */
  z.strictObject({
    type: z.literal('deductionProposed'),
    ...matter,
    proposalId: id,
    item: id,
    day,
    amount,
    incident: hash.nullable(),
    evidence: z.array(id).readonly(),
    answerUntil: day,
    textHash: hash,
  }),
  /** What a registered entry should say (更正, G31): heard, decided and shown like a deduction. `lowers`: it is to the member's loss. */
  z.strictObject({
    type: z.literal('correctionProposed'),
    ...matter,
    proposalId: id,
    entryId: id,
    item: id,
    day,
    /** As it was registered, and in which period. */
    was: amount,
    counted: period,
    amount,
    withdrawn: z.boolean(),
    lowers: z.boolean(),
    evidence: z.array(id).readonly(),
    answerUntil: day,
    textHash: hash,
  }),
  z.strictObject({ type: z.literal('deductionAnswered'), ...matter, proposalId: id, textHash: hash }),
  z.strictObject({ type: z.literal('deductionWithdrawn'), ...matter, proposalId: id, textHash: hash }),
  /** An1.4: the scorekeeper's sheet, handed in. */
  z.strictObject({ type: z.literal('assessmentHandedIn'), ...matter, tasks: taskPoints, textHash: hash }),
  /** An1.5: who sat, who was entitled, and when. `present` and `absent` are person ids; reasons are sealed. */
  z.strictObject({
    type: z.literal('meetingHeld'),
    ...here,
    meetingId: id,
    on: day,
    body: z.enum(['committee', 'generalMeeting']),
    present: people,
    absent: z.array(id).readonly(),
    textHash: hash,
  }),
  /** An1.5: what the meeting decided of one member; all decisions together, none left out. */
  z.strictObject({
    type: z.literal('appraised'),
    ...matter,
    meetingId: id,
    /** `expected` (预计): the task falls due after the meeting (G15). */
    tasks: z
      .array(z.strictObject({ taskId: id, points: amount, expected: z.literal(true).optional() }))
      .readonly(),
    bonuses: z.array(z.strictObject({ bonusId: id, accepted: z.boolean() })).readonly(),
    deductions: z.array(z.strictObject({ proposalId: id, upheld: z.boolean() })).readonly(),
    votes,
    /** The vote was tied and the organisation above has decided (G36). */
    decidedAbove: z.literal(true).optional(),
    recused,
    textHash: hash,
  }),
  /** G36: tied, discussed again, tied again: the organisation above decides. */
  z.strictObject({ type: z.literal('tieReferred'), ...matter, meetingId: id, votes, recused }),
  /** An1.6: drafted by one, checked by another (保密审查), approved by the secretary; approval publishes it. */
  z.strictObject({
    type: z.literal('noticeDrafted'),
    ...here,
    noticeId: id,
    people,
    workdays: z.int().min(1),
    textHash: hash,
  }),
  z.strictObject({
    type: z.literal('noticeChecked'),
    ...here,
    noticeId: id,
    sound: z.boolean(),
    textHash: hash,
  }),
  /** Both days included. */
  z.strictObject({
    type: z.literal('noticePublished'),
    ...here,
    noticeId: id,
    from: day,
    until: day,
    /** Over the unguessable address. */
    textHash: hash,
  }),
  /** About whom, and by when it is to be answered. Whoever objected stands nowhere in the books. */
  z.strictObject({ type: z.literal('objectionReceived'), ...matter, objectionId: id, answerUntil: day }),
  /** 不予受理, with a reason that the objector reads. */
  z.strictObject({ type: z.literal('objectionDeclined'), ...matter, objectionId: id, textHash: hash }),
  /** Somebody looked at who objected, and why. */
  z.strictObject({ type: z.literal('objectorRevealed'), ...matter, objectionId: id, textHash: hash }),
  /** `changed`: the points are decided anew and go on a notice of their own. */
  z.strictObject({
    type: z.literal('objectionAnswered'),
    ...matter,
    objectionId: id,
    changed: z.boolean(),
    textHash: hash,
  }),
  /**
   * 申诉 to the organisation above, about what is registered or, where `answerTo` is given, about the answer to that
   * objection (G30). Lodging and answering it move nothing: what is upheld is put right in the open round (G31).
   */
  z.strictObject({
    type: z.literal('appealLodged'),
    ...matter,
    appealId: id,
    answerTo: id.nullable(),
    onBehalf: z.boolean(),
    answerUntil: day,
    textHash: hash,
  }),
  z.strictObject({
    type: z.literal('appealAnswered'),
    ...matter,
    appealId: id,
    upheld: z.boolean(),
    textHash: hash,
  }),
  /** An1.6: entries now in the ledger; `reversed` are those a return of the committee took back (G31). */
  z.strictObject({
    type: z.literal('pointsRegistered'),
    ...matter,
    entries: z.array(id).readonly(),
    reversed: z.array(id).readonly(),
  }),
  /** An1.7. `late`: after the filing day, with its reason sealed (G28). */
  z.strictObject({
    type: z.literal('roundSubmitted'),
    ...here,
    submissionId: id,
    people,
    late: z.boolean(),
    textHash: hash,
  }),
  z.strictObject({ type: z.literal('roundReturned'), ...here, submissionId: id, people, textHash: hash }),
  /** G35: two acts of the committee, review and then filing. */
  z.strictObject({ type: z.literal('roundReviewed'), ...here, submissionId: id, people, textHash: hash }),
  z.strictObject({ type: z.literal('roundFiled'), ...here, submissionId: id, people, textHash: hash }),
  /** §4.2. */
  z.strictObject({ type: z.literal('bulletinIssued'), ...here, bulletinId: id, textHash: hash }),
] as const;

const fact = z.discriminatedUnion('type', [...roundFacts]);
export type RoundFact = z.output<typeof fact>;

export const ROUND_FACTS = roundFacts.map(({ shape }) => shape.type.value);

export const roundStream = (period: number): string => `round:${period}`;
export const matterStream = (period: number, personId: string): string => `matter:${period}:${personId}`;
