/** A second look at a policy: first its schemas, then what no single file can see. Pure; the same for every measure. */
import { type Assembled, assemblePolicy, type PolicyProblem } from './assemble.ts';
import { withChoices } from './chosen.ts';
import { alternatives } from './lint/alternatives.ts';
import { budgets } from './lint/budgets.ts';
import { calendar } from './lint/calendar.ts';
import { coverage } from './lint/coverage.ts';
import { error, type Finding, type Rule } from './lint/finding.ts';
import { formalism } from './lint/formalism.ts';
import { grounds } from './lint/grounds.ts';
import { ids } from './lint/ids.ts';
import { references } from './lint/references.ts';
import { room } from './lint/room.ts';
import type { Policy } from './policy.ts';

const RULES: readonly Rule[] = [
  ids,
  references,
  budgets,
  coverage,
  room,
  calendar,
  grounds,
  formalism,
  alternatives,
];

/** Everything found in the policy files, errors first. A file its schema refuses is reported alone: the rest would only echo it. */
export function lintPolicy(documents: Readonly<Record<string, unknown>>): Finding[] {
  const assembled = assemblePolicy(documents);
  if ('problems' in assembled) return assembled.problems.map(asError);
  const found = RULES.flatMap((rule) => rule(assembled.policy));
  const every = [...found, ...untriedAlternatives(documents, assembled.policy, found)];
  return every.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
}

const asError = ({ file, path, expected }: PolicyProblem): Finding => error(file, path, expected);

/** An alternative nobody has chosen yet must still fit: each is tried, and what it breaks is told under its own name. */
function untriedAlternatives(
  documents: Readonly<Record<string, unknown>>,
  { readings }: Policy,
  known: readonly Finding[],
): Finding[] {
  const knownMessages = new Set(known.map(({ message }) => message));
  return readings.flatMap((reading) =>
    reading.alternatives
      .filter(({ id }) => id !== reading.chosen)
      .flatMap(({ id }) =>
        errorsIn(assemblePolicy(withChoices(documents, { [reading.id]: id })))
          .filter(({ message }) => !knownMessages.has(message))
          .map(({ file, path, message }) => {
            const where = file === 'readings.yaml' ? '' : `改用后 ${file} 的 ${path}：`;
            return error('readings.yaml', `[${reading.id}].alternatives[${id}].sets`, where + message);
          }),
      ),
  );
}

function errorsIn(assembled: Assembled): Finding[] {
  if ('problems' in assembled) return assembled.problems.map(asError);
  return RULES.flatMap((rule) => rule(assembled.policy)).filter(({ severity }) => severity === 'error');
}
