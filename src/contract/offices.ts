/** Organisations as a tree, who holds which office there, and who is to be made the one or given the other. */
import { z } from 'zod';
import { asking, askingInCommand, dayText, heading } from './wire.ts';

const id = z.string().min(1).max(100);
const text = z.string().trim().max(200);
const optional = text.nullable();
const post = (path: `/${string}`, summary: string) => ({ method: 'POST', path, summary }) as const;
const place = z.object({ organisation: id });

const organisation = heading.extend({
  level: heading,
  example: z.boolean(),
  parent: z.string().nullable(),
  /** How far below the top of the tree: 0 is the top. */
  depth: z.int(),
});
export type OrganisationLine = z.infer<typeof organisation>;

const officeLine = z.object({
  officeId: z.string(),
  office: heading,
  person: heading,
  scope: z.string().nullable(),
  from: dayText,
  until: dayText.nullable(),
  endedOn: dayText.nullable(),
  basis: z.string().nullable(),
  reason: z.string().nullable(),
  held: z.boolean(),
  /** Id of the office whose deputy this is. */
  deputyOf: z.string().nullable(),
  /** The latest absence that is not over. */
  away: z.object({ from: dayText, until: dayText.nullable() }).nullable(),
  /** Days left of its term, 1 on the last; null: no last day, or not held. */
  daysLeft: z.int().nullable(),
  mayEnd: z.boolean(),
  mayRecordAbsence: z.boolean(),
});
export type OfficeLine = z.infer<typeof officeLine>;

const officePerson = heading.extend({
  number: z.string(),
  account: heading.nullable(),
  mayUnlink: z.boolean(),
});
export type OfficePerson = z.infer<typeof officePerson>;

const offices = z.object({
  organisation: heading,
  level: heading,
  offices: z.array(officeLine),
  /** Each as a sentence that says why, and who acts meanwhile. */
  substitutions: z.array(z.string()),
  /** Kinds the reader may give here. */
  toGive: z.array(heading),
  /** Offices held now that the reader may name a deputy for. */
  toDeputise: z.array(heading),
  /** The organisation above, and for whoever may place this one, those it can stand below. */
  above: z.string().nullable(),
  places: z.array(heading),
  /** What an administrator alone of their kind cannot do for themself, and who can. */
  alone: z.string().nullable(),
  abilities: z.array(z.string()),
  /** For whoever gives offices or links accounts; empty for others. */
  people: z.array(officePerson),
  accounts: z.array(heading),
});
export type OrganisationOffices = z.infer<typeof offices>;

export const officesScreen = {
  organisations: asking('signedIn')
    .route({ method: 'GET', path: '/organisations', summary: '可以查看任职情况的组织' })
    .output(z.object({ organisations: z.array(organisation) })),
  foundOrganisation: askingInCommand('foundOrganisation')
    .route(post('/organisations', '建立组织'))
    .input(
      z.object({
        name: text.min(2).max(60),
        level: z.enum(['branch', 'generalBranch', 'committee']),
        parent: id.nullable(),
      }),
    )
    .output(z.object({ organisation: z.string() })),
  placeOrganisation: askingInCommand('placeOrganisation')
    .route(post('/organisations/{organisation}/place', '调整隶属关系'))
    .input(place.extend({ parent: id.nullable() }))
    .output(z.object({})),
  offices: asking('readOffices')
    .route({ method: 'GET', path: '/organisations/{organisation}/offices', summary: '任职情况' })
    .input(place)
    .output(offices),
  enterPerson: askingInCommand('enterPerson')
    .route(post('/organisations/{organisation}/people', '登记任职人员'))
    .input(place.extend({ number: text.min(1).max(40), name: text.min(1).max(60), post: optional }))
    .output(z.object({ person: z.string() })),
  linkAccount: askingInCommand('linkAccount')
    .route(post('/organisations/{organisation}/people/{person}/account', '把账号对应到人员'))
    .input(place.extend({ person: id, account: id }))
    .output(z.object({})),
  unlinkAccount: askingInCommand('linkAccount')
    .route(post('/organisations/{organisation}/people/{person}/account/end', '解除账号与人员的对应'))
    .input(place.extend({ person: id }))
    .output(z.object({})),
  giveOffice: askingInCommand('giveOffice')
    .route(post('/organisations/{organisation}/offices', '授予职务'))
    .input(
      place.extend({
        office: id,
        person: id,
        scope: optional,
        from: dayText,
        until: dayText.nullable(),
        deputyOf: id.nullable(),
        basis: text.min(1),
      }),
    )
    .output(z.object({ officeId: z.string() })),
  endOffice: askingInCommand('endOffice')
    .route(post('/organisations/{organisation}/offices/{officeId}/end', '免去职务'))
    .input(place.extend({ officeId: id, on: dayText, reason: text.min(1) }))
    .output(z.object({})),
};
