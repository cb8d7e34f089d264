/** Everything `jifen policy check` has to say of a policy folder: schemas, lint, the measure's own words, the worked examples. */
import { assemblePolicy } from '../policy/assemble.ts';
import type { ExampleCase, ExampleFile } from '../policy/example.ts';
import { lintPolicy } from '../policy/lint.ts';
import { error, type Finding, warning } from '../policy/lint/finding.ts';
import type { Policy } from '../policy/policy.ts';
import { readExample } from '../policy/readExample.ts';
import type { PolicySource } from '../policy/source.ts';
import { lostSentences, strangeClauses } from '../policy/verbatim.ts';
import { exampleTrials } from './tryExample.ts';

export type PolicyCheck = {
  /** Null when the files do not make a policy. */
  readonly policy: Policy | null;
  readonly findings: readonly Finding[];
  /** How many worked examples were run. */
  readonly examples: number;
};

export function checkPolicy(source: PolicySource): PolicyCheck {
  const unread = source.problems.map(({ file, path, expected }) => error(file, path, expected));
  if (unread.length > 0) return { policy: null, findings: unread, examples: 0 };
  const linted = lintPolicy(source.documents);
  const assembled = assemblePolicy(source.documents);
  if ('problems' in assembled) return { policy: null, findings: linted, examples: 0 };
  const { policy } = assembled;
  const { files, findings } = readExamples(source);
  const cases = [...files.values()].flatMap(({ cases: list }) => list);
  return {
    policy,
    findings: [
      ...linted,
      ...words(policy, source.measure),
      ...findings,
      ...failures(source.documents, files),
      ...untold(policy, cases),
    ],
    examples: cases.length,
  };
}

/** The worked examples that can be read, by file name, and what is wrong with the others. */
export function readExamples(source: PolicySource): {
  readonly files: ReadonlyMap<string, ExampleFile>;
  readonly findings: readonly Finding[];
} {
  const files = new Map<string, ExampleFile>();
  const findings: Finding[] = [];
  for (const [file, document] of Object.entries(source.examples)) {
    const read = readExample(file, document);
    if ('example' in read) files.set(file, read.example);
    else findings.push(...read.problems.map((one) => error(one.file, one.path, one.expected)));
  }
  return { files, findings };
}

function words({ title, clauses }: Policy, measure: string | null): Finding[] {
  if (measure === null) return [];
  return [
    ...lostSentences(measure, title, clauses).map((sentence) =>
      error('clauses.yaml', '（整个文件）', `缺少 measure.txt 中的“${sentence}”，应照录原文`),
    ),
    ...strangeClauses(measure, clauses).map((id) =>
      error('clauses.yaml', `[${id}].text`, '与 measure.txt 不一致，应照录原文'),
    ),
  ];
}

function failures(
  documents: Readonly<Record<string, unknown>>,
  files: ReadonlyMap<string, ExampleFile>,
): Finding[] {
  const trial = exampleTrials(documents);
  return [...files].flatMap(([file, { year, cases }]) =>
    cases.flatMap((one) => trial(year, one).map((message) => error(`examples/${file}`, one.title, message))),
  );
}

/** What an alternative may set without changing a figure: dates of the calendar, and how a notice shows names. */
const FIGURELESS = ['calendar.', 'publicNotice.'];

/** An alternative that changes a figure deserves an example that shows it. */
function untold({ readings }: Policy, cases: readonly ExampleCase[]): Finding[] {
  return readings.flatMap(({ id, alternatives }) =>
    alternatives
      .filter(({ sets = {} }) =>
        Object.keys(sets).some((path) => !FIGURELESS.some((part) => path.startsWith(part))),
      )
      .filter((one) => !cases.some(({ readings: chosen }) => chosen[id] === one.id))
      .map((one) =>
        warning('examples', `${id} ${one.id}`, `没有例子说明备选“${one.text}”，应在 examples 里写一个`),
      ),
  );
}
