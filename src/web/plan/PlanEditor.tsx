/** Writing one plan: the grid with running sums, what is missing, where a draft can come from, and proposing it. */
import type { PlanPage } from '../../contract/plans.ts';
import type { YearAddress } from '../api.ts';
import { DraftConflict, DraftKept } from './DraftKept.tsx';
import { DraftSources } from './DraftSources.tsx';
import { faultsOf, type Frame } from './faults.ts';
import { Missing, Propose } from './Proposing.tsx';
import { Sums } from './Sums.tsx';
import { TaskGrid } from './TaskGrid.tsx';
import { useDraft } from './useDraft.ts';
import { plain, useTasks } from './useTasks.ts';

type At = YearAddress & { readonly member: string };

export function PlanEditor({ at, plan }: { readonly at: At; readonly plan: PlanPage }) {
  const { versions, labels, share, counted, decided, inForce, draft } = plan;
  const tasks = useTasks(draft?.tasks ?? versions.at(-1)?.tasks ?? []);
  const written = tasks.tasks.map(plain);
  const saving = useDraft(at, draft?.version ?? 0, written);
  const former = versions.find(({ version }) => version === inForce)?.tasks ?? null;
  const frame: Frame = { labels, share, counted, decided, former };
  return (
    <>
      <DraftSources at={at} plan={plan} tasks={tasks} />
      <Sums tasks={written} frame={frame} />
      <TaskGrid tasks={tasks} labels={labels} frozen={former === null ? [] : decided} />
      <DraftKept state={saving.state} />
      {saving.state.is === 'conflict' && (
        <DraftConflict
          state={saving.state}
          mine={written}
          labels={labels}
          choose={(theirs) => {
            if (theirs !== null) tasks.replace(theirs);
            saving.settle(saving.state.is === 'conflict' ? saving.state.version : 0);
          }}
        />
      )}
      <Missing faults={faultsOf(written, frame)} />
      <Propose at={at} plan={plan} tasks={written} changing={former !== null} />
    </>
  );
}
