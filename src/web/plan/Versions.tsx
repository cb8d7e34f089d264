/** Every version of a plan: what happened to it, its tasks, and what it has otherwise than the one before. */
import type { PlanPage, PlanVersionLine } from '../../contract/plans.ts';
import { planWords } from '../words/plan.ts';
import { Difference } from './Difference.tsx';
import { TaskTable } from './TaskTable.tsx';

export function Versions({ plan }: { readonly plan: PlanPage }) {
  const { versions, labels, inForce } = plan;
  if (versions.length === 0) return null;
  return (
    <section className="block" aria-labelledby="versions">
      <h2 id="versions">{planWords.history}</h2>
      {versions.toReversed().map((version, index) => (
        <details key={version.version} className="block" open={index === 0}>
          <summary>
            {planWords.version(version.version)}
            {version.version === inForce && `（${planWords.inForce}）`}
          </summary>
          <Version version={version} labels={labels} before={versions[version.version - 2]} />
        </details>
      ))}
    </section>
  );
}

type Props = {
  readonly version: PlanVersionLine;
  readonly before: PlanVersionLine | undefined;
  readonly labels: readonly string[];
};

function Version({ version, before, labels }: Props) {
  return (
    <>
      {version.reason !== null && <p>{planWords.changeBecause(version.reason)}</p>}
      <ol className="notes">
        {version.history.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {before !== undefined && (
        <>
          <h3>{planWords.differs(before.version)}</h3>
          <Difference before={before.tasks} after={version.tasks} labels={labels} />
        </>
      )}
      <TaskTable tasks={version.tasks} labels={labels} />
    </>
  );
}
