/** The papers of a branch's year and the files they go into: all of them for `jifen year`, one of them for a download. */
import { periods } from '../domain/period.ts';
import type { BranchYear } from '../service/views/branchYear.ts';
import { periodName } from '../service/views/naming.ts';
import { safeName } from '../domain/fileName.ts';
import { openNames } from './fileName.ts';
import type { Paper } from './paper.ts';
import { periodSummary, periodSummaryTitle } from './periodSummary.ts';
import { POINTS_RECORD_TITLE, pointsRecord } from './pointsRecord.ts';
import { YEAR_GRADING_TITLE, yearGrading } from './yearGrading.ts';

/** `fileName` is a relative path with / between folder and file. */
export type YearPaper = { readonly fileName: string; readonly paper: Paper };

/** Which paper: `member` is the member's id in the BranchYear, `period` 1…count. */
export type WhichPaper =
  | { readonly form: 'periodSummary'; readonly period: number }
  | { readonly form: 'yearGrading' }
  | { readonly form: 'pointsRecord'; readonly member: string };

/** Period summaries in order, the year's paper, then one record a member in roster order. */
export function yearPapers(branch: BranchYear): YearPaper[] {
  return whichPapers(branch).flatMap((which) => yearPaper(branch, which) ?? []);
}

export function whichPapers({ version, members }: BranchYear): WhichPaper[] {
  return [
    ...periods(version.policy.periods.count).map((period) => ({ form: 'periodSummary', period }) as const),
    { form: 'yearGrading' },
    ...members.map(({ id }) => ({ form: 'pointsRecord', member: id }) as const),
  ];
}

/** One paper, under the name it has among all; undefined for a member or a period the year has not. */
export function yearPaper(branch: BranchYear, which: WhichPaper): YearPaper | undefined {
  const { policy } = branch.version;
  switch (which.form) {
    case 'periodSummary': {
      if (!periods(policy.periods.count).includes(which.period)) return undefined;
      const name = `${periodSummaryTitle(policy)}-${branch.year}-${periodName(policy, which.period)}`;
      return { fileName: `${safeName(name)}.xlsx`, paper: periodSummary(branch, which.period) };
    }
    case 'yearGrading':
      return {
        fileName: `${safeName(`${YEAR_GRADING_TITLE}-${branch.year}`)}.xlsx`,
        paper: yearGrading(branch),
      };
    case 'pointsRecord': {
      const member = branch.members.find(({ id }) => id === which.member);
      const name = recordNames(branch).get(which.member);
      if (member === undefined || name === undefined) return undefined;
      return { fileName: `${POINTS_RECORD_TITLE}/${name}.xlsx`, paper: pointsRecord(branch, member) };
    }
  }
}

const namesOfBranch = new WeakMap<BranchYear, ReadonlyMap<string, string>>();

/** Names of the record files by member id, worked out once a branch: two members may want the same one. */
function recordNames(branch: BranchYear): ReadonlyMap<string, string> {
  const known = namesOfBranch.get(branch);
  if (known !== undefined) return known;
  const take = openNames();
  const names = new Map(
    branch.members.map(({ id, person }) => [id, take(`${person.number}-${person.name}`)]),
  );
  namesOfBranch.set(branch, names);
  return names;
}
