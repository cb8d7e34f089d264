/** 记分员推选: who keeps the points and on what basis, recording a ballot, and those before; absences of whoever holds an office. */
import { z } from 'zod';
import { asking, askingInCommand, dayText, heading } from './wire.ts';

const id = z.string().min(1).max(100);
const text = z.string().trim().max(200);
const place = z.object({ organisation: id });
const votes = z.int().min(0).max(100_000);

const keeper = z.object({
  officeId: z.string(),
  person: heading,
  from: dayText,
  until: dayText.nullable(),
  daysLeft: z.int().nullable(),
  basis: z.string().nullable(),
});
export type Keeper = z.infer<typeof keeper>;

const ballot = z.object({
  ballot: z.int(),
  on: dayText,
  secret: z.boolean(),
  entitled: z.int(),
  present: z.int(),
  ballots: z.array(z.object({ person: heading, votes: z.int() })),
  abstained: z.int(),
  invalid: z.int(),
  elected: heading.nullable(),
  place: z.string(),
  minutes: z.string(),
  /** Why the former went before the term was over; empty: there was no need. */
  reason: z.string(),
});
export type Ballot = z.infer<typeof ballot>;

const election = z.object({ electionId: z.string(), ballots: z.array(ballot) });

const elections = z.object({
  organisation: heading,
  scorekeeper: keeper.nullable(),
  checker: keeper.nullable(),
  /** Whoever acts for the scorekeeper, as a sentence; null while one is in office and there. */
  substitution: z.string().nullable(),
  /** How many may vote on the day asked for. */
  entitled: z.int(),
  /** The latest first. */
  elections: z.array(election),
  mayRecord: z.boolean(),
  /** For whoever records: who may be voted for on that day, and who may be the checker. */
  eligible: z.array(heading),
  people: z.array(heading),
});
export type Elections = z.infer<typeof elections>;

const office = place.extend({ officeId: id });

export const electionScreen = {
  elections: asking('readOffices')
    .route({ method: 'GET', path: '/organisations/{organisation}/elections', summary: '记分员和推选记录' })
    .input(place.extend({ on: dayText.optional() }))
    .output(elections),
  recordElection: askingInCommand('recordElection')
    .route({ method: 'POST', path: '/organisations/{organisation}/elections', summary: '登记推选结果' })
    .input(
      place.extend({
        electionId: id.nullable(),
        on: dayText,
        place: text.min(1),
        minutes: text.min(1),
        secret: z.boolean(),
        present: votes,
        ballots: z
          .array(z.object({ person: id, votes }))
          .min(1)
          .max(50),
        abstained: votes,
        invalid: votes,
        from: dayText,
        until: dayText,
        checker: id.nullable(),
        reason: text,
      }),
    )
    .output(z.object({ electionId: z.string(), elected: z.boolean() })),
  recordAbsence: askingInCommand('recordAbsence')
    .route({
      method: 'POST',
      path: '/organisations/{organisation}/offices/{officeId}/absence',
      summary: '登记请假',
    })
    .input(office.extend({ from: dayText, until: dayText.nullable(), reason: text.min(1) }))
    .output(z.object({})),
  endAbsence: askingInCommand('recordAbsence')
    .route({
      method: 'POST',
      path: '/organisations/{organisation}/offices/{officeId}/absence/end',
      summary: '登记销假',
    })
    .input(office.extend({ on: dayText }))
    .output(z.object({})),
};
