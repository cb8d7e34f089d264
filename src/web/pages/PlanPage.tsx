/** One member's plan: where it stands and why, what the reader may do, the tasks, every version. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { PlanPage as Plan } from '../../contract/plans.ts';
import { sessionQuery, type YearAddress } from '../api.ts';
import { instantText } from '../instant.ts';
import { Loaded } from '../parts/State.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { PlanActs } from '../plan/PlanActs.tsx';
import { PlanEditor } from '../plan/PlanEditor.tsx';
import { planQuery } from '../plan/queries.ts';
import { TaskTable } from '../plan/TaskTable.tsx';
import { Versions } from '../plan/Versions.tsx';
import { planWords } from '../words/plan.ts';

type At = YearAddress & { readonly member: string };

export function PlanPage() {
  const at = useParams({ from: '/branch/$organisation/$year/plans/$member' });
  const query = useQuery(planQuery(at));
  useTitle(query.data?.member.name ?? '', planWords.title);
  return <Loaded query={query}>{(plan) => <PlanOf key={plan.streamVersion} at={at} plan={plan} />}</Loaded>;
}

function PlanOf({ at, plan }: { readonly at: At; readonly plan: Plan }) {
  const { organisation, year, member: id } = at;
  const { member, versions, labels, inForce, draft } = plan;
  const { data: session } = useQuery(sessionQuery);
  const own =
    session?.who?.own.flatMap((one) => (one.organisation.id === organisation ? [one.member] : [])) ?? [];
  const edits = member.may.includes('propose');
  const latest = versions.at(-1);
  return (
    <>
      <h1>
        {member.name} <span className="h1-more">{planWords.title}</span>
      </h1>
      <p className="lead">
        {[member.state.name, member.changing ? planWords.changing : '', member.next]
          .filter(Boolean)
          .join('；')}
      </p>
      <p>
        <Link to="/branch/$organisation/$year/plans" params={{ organisation, year }} className="inline-door">
          {planWords.backToAll}
        </Link>
        <Link
          to="/branch/$organisation/$year/member/$member"
          params={{ organisation, year, member: id }}
          className="inline-door"
        >
          {planWords.toYear}
        </Link>
        {latest !== undefined && (
          <a className="inline-door" href={`/papers/${organisation}/${year}/taskPlan-${id}`} download>
            {planWords.print}
          </a>
        )}
      </p>
      {member.marks.length > 0 && <p>{planWords.marked(member.marks)}</p>}
      <section className="block" aria-labelledby="acts">
        <h2 id="acts">{planWords.acts}</h2>
        {latest !== undefined && member.state.id !== 'inForce' && (
          <TaskTable tasks={latest.tasks} labels={labels} />
        )}
        <PlanActs at={at} rows={[member]} own={own} />
      </section>
      {edits ? (
        <details
          className="block"
          open={member.state.id === 'none' || member.state.id === 'returned' || draft !== null}
        >
          <summary>{inForce === null ? planWords.edit : planWords.change}</summary>
          {draft !== null && (
            <p className="quiet">{planWords.draftBy(draft.savedBy, instantText(draft.savedAt))}</p>
          )}
          <PlanEditor at={at} plan={plan} />
        </details>
      ) : (
        <p className="quiet">{planWords.nobodyEdits}</p>
      )}
      <Versions plan={plan} />
    </>
  );
}
