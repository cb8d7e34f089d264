/** What a register says of the scorekeeper's election and of the handing over. */
import { z } from 'zod';
import { day, hash, id } from '../field.ts';

const ballot = {
  electionId: id,
  /** 1 for the first ballot of this election, 2 for the second … */
  ballot: z.int().min(1),
  on: day,
  entitled: z.int().min(1),
  present: z.int().min(1),
  ballots: z.array(z.strictObject({ personId: id, votes: z.int().min(0) })).min(1),
  abstained: z.int().min(0),
  invalid: z.int().min(0),
  /** 无记名投票; otherwise by show of hands. */
  secret: z.boolean(),
  /** Over place, number of the minutes, and the reason of an early change. */
  textHash: hash,
};

export const electionFacts = [
  /** Register, stream `election:<electionId>`. `personId`: the elected; `officeId`: the office given with it. */
  z.strictObject({
    type: z.literal('scorekeeperElected'),
    v: z.literal(1),
    personId: id,
    officeId: id,
    ...ballot,
  }),
  /** A tie, or nobody with a majority. */
  z.strictObject({ type: z.literal('scorekeeperBallotUndecided'), v: z.literal(1), ...ballot }),
  /** Register, stream `handover:<officeId>`: the former or the new scorekeeper has confirmed the list of what is handed over. */
  z.strictObject({
    type: z.literal('handoverConfirmed'),
    v: z.literal(1),
    officeId: id,
    personId: id,
  }),
  /** Both have confirmed, or signed on paper. `heads`: where the books stood. */
  z.strictObject({
    type: z.literal('scorekeeperHandedOver'),
    v: z.literal(1),
    /** The new scorekeeper's office, and the former one's; null: there was none. */
    officeId: id,
    formerOfficeId: id.nullable(),
    on: day,
    onPaper: z.boolean(),
    heads: z.array(z.strictObject({ book: id, seq: z.int().min(1), hash })),
    /** Over the remark. */
    textHash: hash,
  }),
] as const;
