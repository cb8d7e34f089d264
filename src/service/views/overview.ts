/** 概况: what a branch's books say of it in figures, and a committee's branches summed up, one row each (§3.3.2 各直属党组织). No names. */
import { REGISTER, yearBook } from '../../domain/fact.ts';
import { added, type Headcount, headcount, NOBODY_COUNTED } from '../../domain/member/headcount.ts';
import { isHeldOn, OFFICES } from '../../domain/office/office.ts';
import { type Day, yearOf } from '../../domain/period.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { memberOf } from '../electorate.ts';
import type { OfficeRow, OrganisationRow, Reading } from '../ports.ts';
import { officeOf } from '../viewRows.ts';
import { EXPECTED } from './substitutions.ts';

export type BranchFigures = Headcount & {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly yearOpen: boolean;
  readonly rulesAdopted: boolean;
  /** Members whose task plan of the year was approved. */
  readonly plans: number;
  /** Offices the year cannot run without, and which nobody holds. */
  readonly vacant: readonly string[];
};

export type Overview = {
  readonly year: number;
  readonly branches: readonly BranchFigures[];
  readonly sum: Headcount & {
    readonly branches: number;
    readonly yearsOpen: number;
    readonly rulesAdopted: number;
    readonly plans: number;
    readonly vacant: number;
  };
};

/** Refuses an organisation that is not in the books (organisationUnknown). The number of queries is that of the kinds of figures. */
export async function overview(tx: Reading, organisationId: string, today: Day): Promise<Overview | Refusal> {
  const branches = await branchesBelow(tx, organisationId);
  if (isRefusal(branches)) return branches;
  const ids = branches.map((one) => one.organisationId);
  const year = yearOf(today);
  const members = Map.groupBy(await tx.membersIn(ids), (row) => row.organisationId);
  const offices = Map.groupBy(await tx.officesIn(ids), (row) => row.organisationId);
  const open = await tx.withBook(ids, yearBook(year));
  const adopted = await tx.streamCounts(ids, REGISTER, 'rulesAdopted');
  const plans = await tx.streamCounts(ids, yearBook(year), 'planApproved');
  const rows = branches.map(({ organisationId: id, name }) => ({
    organisation: { id, name },
    ...headcount((members.get(id) ?? []).map(memberOf), today),
    yearOpen: open.has(id),
    rulesAdopted: adopted.has(id),
    plans: plans.get(id) ?? 0,
    vacant: vacantIn(offices.get(id) ?? [], today),
  }));
  return { year, branches: rows, sum: summed(rows) };
}

/** The branch itself, or every branch below; refuses an organisation that is not in the books (organisationUnknown). */
export async function branchesBelow(
  tx: Reading,
  organisationId: string,
): Promise<OrganisationRow[] | Refusal> {
  const below = await tx.organisationsBelow(organisationId);
  const found = await tx.organisationsNamed([organisationId, ...below]);
  if (!found.some((one) => one.organisationId === organisationId))
    return refuse('organisationUnknown', null, { organisationId });
  return found
    .filter(({ level }) => level === 'branch')
    .sort((one, other) => (one.organisationId < other.organisationId ? -1 : 1));
}

function vacantIn(rows: readonly OfficeRow[], today: Day): string[] {
  const held = new Set(
    rows
      .map(officeOf)
      .filter((one) => one.deputyOf === null && isHeldOn(one, today))
      .map(({ office }) => office),
  );
  return EXPECTED.branch.filter((office) => !held.has(office)).map((office) => OFFICES[office]);
}

function summed(rows: readonly BranchFigures[]): Overview['sum'] {
  const count = (fits: (row: BranchFigures) => boolean) => rows.filter(fits).length;
  return {
    ...rows.reduce<Headcount>(added, NOBODY_COUNTED),
    branches: rows.length,
    yearsOpen: count(({ yearOpen }) => yearOpen),
    rulesAdopted: count(({ rulesAdopted }) => rulesAdopted),
    plans: rows.reduce((sum, { plans }) => sum + plans, 0),
    vacant: rows.reduce((sum, { vacant }) => sum + vacant.length, 0),
  };
}
