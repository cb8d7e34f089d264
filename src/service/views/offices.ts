/** Who holds which office in an organisation, who held it, and who acts where nobody can (G17): for pages and papers. */
import { REGISTER } from '../../domain/fact.ts';
import { isHeldOn, LEVELS, type Level, type OfficeKind, OFFICES } from '../../domain/office/office.ts';
import { dayNumber } from '../../domain/calendar/dayCount.ts';
import type { Day } from '../../domain/period.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { accessObject } from '../accessObject.ts';
import type { OfficeRow, PersonRow, Reading } from '../ports.ts';
import { officeOf } from '../viewRows.ts';
import { substitutions } from './substitutions.ts';

export type OfficeLine = {
  readonly officeId: string;
  readonly office: OfficeKind;
  readonly officeName: string;
  readonly personId: string;
  readonly number: string;
  readonly name: string;
  readonly scope: string | null;
  readonly from: Day;
  /** Its last day as it was given; null: open. */
  readonly until: Day | null;
  /** The first day on which it was no longer held; null: not ended. */
  readonly endedOn: Day | null;
  readonly deputyOf: string | null;
  /** 依据 and 免职事由; null when there is none, or when it has been lawfully destroyed. */
  readonly basis: string | null;
  readonly reason: string | null;
  readonly held: boolean;
  /** The latest absence that is not over; `until` null: until it is ended. */
  readonly away: { readonly from: Day; readonly until: Day | null } | null;
  /** Days left of a term that has a last day, the last one among them: 1 on the last day; null when it is not held. */
  readonly daysLeft: number | null;
};

export type OrganisationOffices = {
  readonly organisationId: string;
  readonly name: string;
  readonly level: Level;
  readonly levelName: string;
  readonly example: boolean;
  readonly parentId: string | null;
  readonly offices: readonly OfficeLine[];
  /** Each as a sentence that says why, and who acts meanwhile. */
  readonly substitutions: readonly string[];
};

/** Refuses an organisation that is not in the books (organisationUnknown). In order of giving. */
export async function organisationOffices(
  tx: Reading,
  organisationId: string,
  today: Day,
): Promise<OrganisationOffices | Refusal> {
  const organisation = await tx.organisation(organisationId);
  if (organisation === undefined) return refuse('organisationUnknown', null, { organisationId });
  const { name, level, example } = organisation;
  const rows = await tx.offices(organisationId);
  const said = await words(tx, organisationId, rows);
  const named = new Map<string, PersonRow | undefined>();
  for (const personId of new Set(rows.map((row) => row.personId)))
    named.set(personId, await tx.person(organisationId, personId));
  const offices = rows.map((row) => line(row, named.get(row.personId), said, today));
  const object = await accessObject(tx, organisationId, today);
  return {
    organisationId,
    name,
    level,
    levelName: LEVELS[level],
    example: example === 1,
    parentId: object.above?.[0] ?? null,
    offices,
    substitutions: await substitutions(tx, object, level, today),
  };
}

type Words = ReadonlyMap<number, { readonly basis?: string; readonly reason?: string }>;

async function words(tx: Reading, organisationId: string, rows: readonly OfficeRow[]): Promise<Words> {
  const seqs = rows.flatMap(({ seq, endedSeq }) => (endedSeq === null ? [seq] : [seq, endedSeq]));
  const texts = await tx.textsOf(organisationId, REGISTER, seqs);
  return new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as { basis?: string }]));
}

function line(row: OfficeRow, person: PersonRow | undefined, said: Words, today: Day): OfficeLine {
  const { officeId, office, personId, scope, from, until, endedOn, deputyOf } = officeOf(row);
  const held = isHeldOn({ from, until, endedOn }, today);
  return {
    officeId,
    office,
    officeName: deputyOf === null ? OFFICES[office] : `${OFFICES[office]}（副手）`,
    personId,
    number: person?.number ?? '',
    name: person?.name ?? '',
    scope,
    from,
    until,
    endedOn,
    deputyOf,
    basis: said.get(row.seq)?.basis ?? null,
    reason: (row.endedSeq === null ? undefined : said.get(row.endedSeq)?.reason) ?? null,
    held,
    away: awayOf(row, today),
    daysLeft: held && until !== null ? dayNumber(until) - dayNumber(today) + 1 : null,
  };
}

function awayOf({ awayFrom, awayUntil }: OfficeRow, today: Day): OfficeLine['away'] {
  if (awayFrom === null || (awayUntil !== null && awayUntil < today)) return null;
  return { from: awayFrom, until: awayUntil };
}
