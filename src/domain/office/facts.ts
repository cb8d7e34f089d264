/** What a register says of its organisation, its accounts and offices. */
import { z } from 'zod';
import { day, hash, id } from '../field.ts';
import { type Level, LEVELS, OFFICE_KINDS } from './office.ts';

export const officeFacts = [
  /** Register, stream `organisation`. */
  z.strictObject({
    type: z.literal('organisationFounded'),
    v: z.literal(1),
    level: z.enum(Object.keys(LEVELS) as [Level, ...Level[]]),
    example: z.boolean(),
    organisationHash: hash,
  }),
  z.strictObject({ type: z.literal('organisationPlaced'), v: z.literal(1), parentId: id.nullable() }),
  /** Register, stream `member:<personId>`: somebody who is not on the roster, so that they can hold an office. */
  z.strictObject({
    type: z.literal('personEntered'),
    v: z.literal(1),
    personId: id,
    personHash: hash,
  }),
  /** Register, stream `account:<personId>`. The account is an opaque id; its name is kept where sign-in is. */
  z.strictObject({ type: z.literal('accountLinked'), v: z.literal(1), personId: id, userId: id }),
  z.strictObject({ type: z.literal('accountUnlinked'), v: z.literal(1), personId: id }),
  /** Register, stream `account:<personId>`: who is signed in has read the privacy notice of that version. */
  z.strictObject({
    type: z.literal('privacyNoticeAcknowledged'),
    v: z.literal(1),
    personId: id,
    version: id,
  }),
  /** Register, stream `office:<officeId>`. `until` is the last day. */
  z.strictObject({
    type: z.literal('officeGiven'),
    v: z.literal(1),
    officeId: id,
    office: z.enum(OFFICE_KINDS),
    personId: id,
    scope: z.string().nullable(),
    from: day,
    until: day.nullable(),
    deputyOf: id.nullable(),
    /** Over the basis (依据: 会议、文号). */
    textHash: hash,
  }),
  z.strictObject({
    type: z.literal('officeEnded'),
    v: z.literal(1),
    officeId: id,
    /** The first day on which it is no longer held. */
    on: day,
    /** Over the reason. */
    textHash: hash,
  }),
  /** Whoever holds it is on leave (请假, G17); both days included, `until` null: until it is ended. */
  z.strictObject({
    type: z.literal('officeAbsenceRecorded'),
    v: z.literal(1),
    officeId: id,
    from: day,
    until: day.nullable(),
    /** Over the reason. */
    textHash: hash,
  }),
  /** `on`: the first day back (销假). */
  z.strictObject({ type: z.literal('officeAbsenceEnded'), v: z.literal(1), officeId: id, on: day }),
] as const;
