/** Who holds which office in an organisation, who held it, and who acts where nobody can (G17): for pages and papers. */
import { REGISTER } from '../../domain/fact.ts';
import { isHeldOn, LEVELS, type Level, type OfficeKind, OFFICES } from '../../domain/office/office.ts';
import { type Acting, whoActs } from '../../domain/office/substitute.ts';
import type { Day } from '../../domain/period.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { accessObject } from '../accessObject.ts';
import type { OfficeRow, PersonRow, Reading } from '../ports.ts';
import { officeOf } from '../viewRows.ts';

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
};

/** An office that should be held and is not, and who acts meanwhile. */
export type Vacancy = {
  readonly office: OfficeKind;
  readonly officeName: string;
  readonly as: Acting['as'];
  readonly actingNames: readonly string[];
  /** 「记分员空缺，由书记李梅代行。」 */
  readonly sentence: string;
};

export type OrganisationOffices = {
  readonly organisationId: string;
  readonly name: string;
  readonly level: Level;
  readonly levelName: string;
  readonly example: boolean;
  readonly parentId: string | null;
  readonly offices: readonly OfficeLine[];
  readonly vacancies: readonly Vacancy[];
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
  const offices: OfficeLine[] = [];
  for (const row of rows) {
    const person = await tx.person(organisationId, row.personId);
    offices.push(line(row, person, said, today));
  }
  const { above } = await accessObject(tx, organisationId, today);
  return {
    organisationId,
    name,
    level,
    levelName: LEVELS[level],
    example: example === 1,
    parentId: above?.[0] ?? null,
    offices,
    vacancies: await vacancies(tx, organisationId, level, today),
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
    held: isHeldOn({ from, until, endedOn }, today),
  };
}

/** The offices without which the measure's year cannot run. */
const EXPECTED: Readonly<Record<Level, readonly OfficeKind[]>> = {
  branch: ['secretary', 'scorekeeper', 'checker'],
  committee: ['secretary', 'committeeOfficer'],
  machine: ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'],
};

const ACTS_AS: Readonly<Record<Exclude<Acting['as'], 'holder' | 'nobody'>, string>> = {
  checker: '核对人',
  deputy: '副手',
  secretary: '书记',
  above: '上级党组织',
};

async function vacancies(tx: Reading, organisation: string, level: Level, today: Day): Promise<Vacancy[]> {
  const { above = [], roll = [] } = await accessObject(tx, organisation, today);
  const found: Vacancy[] = [];
  for (const office of EXPECTED[level]) {
    const { as, holders } = whoActs(office, { organisation, above, roll, about: [], users: [] });
    if (as === 'holder') continue;
    const actingNames: string[] = [];
    for (const { organisationId, personId } of holders)
      actingNames.push((await tx.person(organisationId, personId))?.name ?? '');
    const officeName = OFFICES[office];
    const acting =
      as === 'nobody' ? '也没有可以代行的人，请尽快授予' : `由${ACTS_AS[as]}${actingNames.join('、')}代行`;
    found.push({ office, officeName, as, actingNames, sentence: `${officeName}空缺，${acting}。` });
  }
  return found;
}
