/** The two year files and the policy of a branch, read and held against every rule; or told what is wrong with them. */
import type { PolicyProblem } from '../domain/policy/assemble.ts';
import type { TableReading } from '../domain/year/table.ts';
import type { MemberRecord, PolicyVersion } from '../service/views/branchYear.ts';
import { type Problem, problemText } from '../service/yearFiles/problem.ts';
import { readYearFiles } from '../service/yearFiles/read.ts';

export type FileTools = {
  readonly readPolicy: (
    folder: string,
  ) => Promise<PolicyVersion | { readonly problems: readonly PolicyProblem[] }>;
  readonly readTable: (path: string) => Promise<{ readonly reading: TableReading; readonly sha256: string }>;
  /** The measure the program brings along. */
  readonly defaultFolder: string;
};

export type NamedFiles = {
  readonly policy: string;
  readonly roster: string;
  readonly records: string;
  readonly year: number;
};

export type BranchFiles = {
  readonly version: PolicyVersion;
  readonly records: readonly MemberRecord[];
  /** Digests of the two files, roster first. */
  readonly digests: readonly string[];
};

/** More problems than this are counted, not printed: whoever mends the first hundred will run it again anyway. */
const MOST_PRINTED = 100;

/** Null after having told every problem on standard error; `nothing` ends the last sentence: what was therefore not done. */
export async function readBranchFiles(
  tools: FileTools,
  { policy: folder, roster, records, year }: NamedFiles,
  nothing: string,
): Promise<BranchFiles | null> {
  const version = await tools.readPolicy(folder);
  const [rosterFile, recordsFile] = [await tools.readTable(roster), await tools.readTable(records)];
  if ('problems' in version) {
    for (const { file, path, expected } of version.problems)
      console.error(`${folder}，${file}，${path}：${expected}。`);
    return null;
  }
  const read = readYearFiles({
    roster: rosterFile.reading,
    records: recordsFile.reading,
    policy: version.policy,
    year,
  });
  if ('problems' in read) {
    tellProblems(read.problems, nothing);
    return null;
  }
  return { version, records: read.records, digests: [rosterFile.sha256, recordsFile.sha256] };
}

function tellProblems(problems: readonly Problem[], nothing: string): void {
  for (const problem of problems.slice(0, MOST_PRINTED)) console.error(problemText(problem));
  const rest = problems.length - MOST_PRINTED;
  if (rest > 0) console.error(`……另有 ${rest} 处，请先改正以上各处后重新运行。`);
  console.error(`共 ${problems.length} 处需要改正，${nothing}。`);
}
