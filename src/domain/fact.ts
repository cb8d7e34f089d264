/**
 * The closed union of everything that is ever recorded: past tense, versioned. People appear by id; names and free text
 * are held elsewhere and only their salted hash is here, so that a lawful destruction leaves a chain that still verifies.
 */
import { z } from 'zod';
import { type Level, LEVELS, OFFICE_KINDS } from './office/office.ts';
import { type Day, parseDay } from './period.ts';
import { type Points, points } from './points.ts';

const day = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== undefined, 'not a day');
const amount = z.int().transform((value): Points => points(value));
const hash = z.string().regex(/^[0-9a-f]{32,64}$/);
const id = z.string().min(1);

const standing = {
  personId: id,
  /** Over salt, number, name and the other personal data of the person's row. */
  personHash: hash,
  member: z.strictObject({
    type: z.enum(['full', 'probationary', 'applicant']),
    joinedOn: day,
    leftOn: day.nullable(),
    fullOn: day.nullable(),
    exemption: z.strictObject({ from: day, until: day.nullable() }).nullable(),
    examPassedOn: day.nullable(),
  }),
  /** Over the reason of the exemption (免予原因); null when none is given. */
  textHash: hash.nullable(),
};

const fact = z.discriminatedUnion('type', [
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
  /** Register, stream `member:<personId>`. */
  z.strictObject({ type: z.literal('memberRegistered'), v: z.literal(1), ...standing }),
  z.strictObject({ type: z.literal('memberAmended'), v: z.literal(1), ...standing }),
  /** Year book, stream `year`. `contentHash` is over the policy as this book keeps it, `sha256` over its source files. */
  z.strictObject({
    type: z.literal('yearOpened'),
    v: z.literal(1),
    year: z.int(),
    policy: z.strictObject({ id, version: id, sha256: hash, contentHash: hash }),
  }),
  /** Year book, stream `member:<personId>`. Equal incident or achievement digests are one incident, one achievement. */
  z.strictObject({
    type: z.literal('entryPosted'),
    v: z.literal(1),
    entryId: id,
    personId: id,
    item: id,
    day,
    period: z.int().min(1),
    amount,
    incident: hash.nullable(),
    achievement: hash.nullable(),
    /** Over reason, evidence, supplier, incident and achievement as written. */
    textHash: hash,
  }),
  z.strictObject({
    type: z.literal('entryReversed'),
    v: z.literal(1),
    entryId: id,
    personId: id,
    /** Over the reason of the reversal (冲正). */
    textHash: hash,
  }),
]);

export type Fact = z.output<typeof fact>;

/** What the row's type, version and body say. An unknown fact is never skipped: it throws. */
export function readFact(row: { readonly type: string; readonly v: number; readonly body: string }): Fact {
  const parsed = fact.safeParse({ ...(JSON.parse(row.body) as object), type: row.type, v: row.v });
  if (parsed.success) return parsed.data;
  throw new UnknownFact(row.type, row.v, z.prettifyError(parsed.error));
}

/** A fact this program does not know, or not in this shape: it was written by a newer one, or by nobody's program. */
export class UnknownFact extends Error {
  override readonly name = 'UnknownFact';

  constructor(type: string, v: number, detail: string) {
    super(`unknown fact ${type} v${v}: ${detail}`);
  }
}

/** What goes into the body: the fact without its type and version, which have columns of their own. */
export function bodyOf({ type: _type, v: _v, ...body }: Fact): object {
  return body;
}

export const REGISTER = 'register';
export const ORGANISATION_STREAM = 'organisation';
export const YEAR_STREAM = 'year';
export const yearBook = (year: number): string => `year-${year}`;
export const accountStream = (personId: string): string => `account:${personId}`;
export const officeStream = (officeId: string): string => `office:${officeId}`;
export const memberStream = (personId: string): string => `member:${personId}`;
