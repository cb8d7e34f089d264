/** A draft of the measure run over a year of the books, reading only. */
import type { Actor } from '../domain/access/actor.ts';
import { can } from '../domain/access.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { type Rehearsal, rehearse } from '../domain/year/rehearsal.ts';
import { bookedYear, bookedYears } from './bookedYear.ts';
import type { OrganisationRow, Reading } from './ports.ts';
import { type BranchYearSource, memberYearOf, type PolicyVersion } from './views/branchYear.ts';

export type RehearsedYear = {
  readonly source: BranchYearSource;
  readonly draft: PolicyVersion;
  readonly rehearsal: Rehearsal;
};

/** `branch` may be absent when the books hold one branch only; `year` absent is the latest that is open. */
export type WantedRehearsal = {
  readonly branch: string | undefined;
  readonly year: number | undefined;
  readonly draft: PolicyVersion;
};

/** Refuses what bookedYear and rehearse refuse, and a branch that is not there (branchUnknown) or not named (branchNotNamed). */
export async function rehearseYear(
  tx: Reading,
  actor: Actor,
  { branch, year: wanted, draft }: WantedRehearsal,
): Promise<RehearsedYear | Refusal> {
  const organisation = chooseBranch(await tx.organisations(), branch);
  if (isRefusal(organisation)) return organisation;
  const { organisationId } = organisation;
  const allowed = can(actor, 'readBooks', { organisation: organisationId });
  if (isRefusal(allowed)) return allowed;
  const year = wanted ?? (await bookedYears(tx, organisationId)).at(-1);
  if (year === undefined) return refuse('noYearOpen', null, { branch: organisation.name });
  return rehearseBooks(tx, organisationId, year, draft);
}

/** The same for an organisation and year that are named; whether one may, the caller has asked. */
export async function rehearseBooks(
  tx: Reading,
  organisationId: string,
  year: number,
  draft: PolicyVersion,
): Promise<RehearsedYear | Refusal> {
  const source = await bookedYear(tx, organisationId, year);
  if (isRefusal(source)) return source;
  const members = source.records.map(memberYearOf);
  const rehearsal = rehearse(source.version.policy, draft.policy, year, members);
  return isRefusal(rehearsal) ? rehearsal : { source, draft, rehearsal };
}

function chooseBranch(
  organisations: readonly OrganisationRow[],
  named: string | undefined,
): OrganisationRow | Refusal {
  const branches = organisations.filter(({ level }) => level === 'branch');
  const fitting = named === undefined ? branches : branches.filter(({ name }) => name === named);
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  const names = branches.map(({ name }) => name).join('、') || '无';
  return named === undefined
    ? refuse('branchNotNamed', null, { names })
    : refuse('branchUnknown', null, { named, names });
}
