/** One member's page of the register, entering one by hand, and what a meeting or a document decides of them. */
import { z } from 'zod';
import { asking, askingInCommand, dayText, heading } from './wire.ts';

const id = z.string().min(1).max(100);
const text = z.string().trim().max(200);
const optional = text.nullable();
/** As typed; what is no day or no mark is refused in words. */
const typedDay = z.string().trim().max(20);
const markText = z.string().trim().max(12);
const post = (path: `/${string}`, summary: string) => ({ method: 'POST', path, summary }) as const;
const place = z.object({ organisation: id });
const ofMember = place.extend({ member: id });

/** Particulars as they are typed; days may be empty. */
const typedParticulars = z.object({
  number: text.min(1).max(40),
  name: text.min(1).max(60),
  gender: optional,
  bornOn: typedDay.nullable(),
  admittedOn: typedDay.nullable(),
  group: optional,
  post: optional,
  workField: optional,
  leader: optional,
});
export type Particulars = z.infer<typeof typedParticulars>;

const registered = z.string().nullable();
/** As the books have them: what came in as a file may be longer than what is typed. */
const particulars = z.object({
  number: z.string(),
  name: z.string(),
  gender: registered,
  bornOn: registered,
  admittedOn: registered,
  group: registered,
  post: registered,
  workField: registered,
  leader: registered,
});

const decision = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['admitted', 'turnedFull', 'probationCancelled', 'left']), on: typedDay }),
  z.object({ kind: z.literal('probationExtended'), on: typedDay, until: typedDay }),
  z.object({ kind: z.literal('examTaken'), on: typedDay, mark: markText, passMark: markText }),
]);
export type DecisionAsked = z.infer<typeof decision>;

const leaderNamed = heading.extend({ number: z.string() });

const registerMemberPage = z.object({
  organisation: heading,
  member: heading.extend({ number: z.string(), type: heading, standing: z.string() }),
  /** Names the state a change is made to. */
  version: z.int(),
  particulars,
  joinedOn: dayText,
  due: z.array(z.string()),
  history: z.array(
    z.object({
      seq: z.int(),
      title: z.string(),
      basis: z.string().nullable(),
      recordedOn: dayText,
      recordedBy: z.string(),
    }),
  ),
  offices: z.array(z.string()),
  years: z.array(z.int()),
  /** Kinds of decision that fit now, for whoever may record them; empty for others. */
  open: z.array(z.string()),
  /** First and last day an extension may run to. */
  extension: z.object({ least: dayText, most: dayText }).nullable(),
  /** Whether a transcript may be issued, also to somebody who has left. */
  mayTransfer: z.boolean(),
  leftOn: dayText.nullable(),
  /** Issued here, the latest last. */
  transcripts: z.array(z.object({ id: z.string(), issue: z.int() })),
  mayAmend: z.boolean(),
  /** The leader in charge as assigned; `holders`: who may be chosen, null where the reader may not assign. */
  leader: z.object({
    assigned: leaderNamed.nullable(),
    holders: z.array(leaderNamed).nullable(),
  }),
});
export type RegisterMemberPage = z.infer<typeof registerMemberPage>;

export const standingScreen = {
  registerMemberPage: asking('readRegister', 'readOwnYear')
    .route({
      method: 'GET',
      path: '/organisations/{organisation}/register/{member}',
      summary: '名册里的一名党员',
    })
    .input(ofMember)
    .output(registerMemberPage),
  decideStanding: askingInCommand('decideStanding')
    .route(post('/organisations/{organisation}/register/{member}/decisions', '登记身份变动'))
    .input(ofMember.extend({ version: z.int().min(0), decision, basis: text.min(1) }))
    .output(z.object({})),
  amendMember: askingInCommand('keepRegister')
    .route(post('/organisations/{organisation}/register/{member}/particulars', '变更基本情况'))
    .input(ofMember.extend({ version: z.int().min(0), particulars: typedParticulars }))
    .output(z.object({})),
  registerMember: askingInCommand('keepRegister')
    .route(post('/organisations/{organisation}/register', '登记党员'))
    .input(
      place.extend({
        type: z.enum(['full', 'probationary', 'applicant']),
        joinedOn: typedDay,
        particulars: typedParticulars,
      }),
    )
    .output(z.object({ member: z.string() })),
};
