/** Both year files together: the members' records in roster order, or every problem of both, and then nothing else. */
import type { Policy } from '../../domain/policy/policy.ts';
import type { TableReading } from '../../domain/year/table.ts';
import type { MemberRecord } from '../views/branchYear.ts';
import { fileProblem } from './fileProblem.ts';
import { inFileOrder, type Problem } from './problem.ts';
import { readRecords } from './records.ts';
import { readRoster } from './roster.ts';

export type YearFiles = {
  readonly roster: TableReading;
  readonly records: TableReading;
  readonly policy: Policy;
  readonly year: number;
};

export type YearFilesReading =
  | { readonly records: readonly MemberRecord[] }
  | { readonly problems: readonly Problem[] };

export function readYearFiles({ roster, records, policy, year }: YearFiles): YearFilesReading {
  const people = 'table' in roster ? readRoster(roster.table, year) : null;
  const rows = 'table' in records ? readRecords(records.table, people, policy, year) : null;
  const problems = [
    ...('faults' in roster ? roster.faults.map(fileProblem) : []),
    ...inFileOrder(people?.problems ?? []),
    ...('faults' in records ? records.faults.map(fileProblem) : []),
    ...inFileOrder(rows?.problems ?? []),
  ];
  if (problems.length > 0 || people === null || rows === null) return { problems };
  return {
    records: people.people.map(({ person, member, exemptionReason }) => ({
      id: person.number,
      person,
      member,
      exemptionReason,
      entries: rows.byNumber.get(person.number)?.entries ?? [],
      grounds: rows.byNumber.get(person.number)?.grounds ?? [],
    })),
  };
}
