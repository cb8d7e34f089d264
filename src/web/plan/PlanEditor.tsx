/** Writing one plan: the grid with running sums, what is missing, where a draft can come from, and proposing it. */
import type { PlanPage, TaskLine } from '../../contract/plans.ts';
import { api, type YearAddress } from '../api.ts';
import { KeptOrTwo } from '../draft/KeptNote.tsx';
import { type Keeper, useKeptDraft } from '../draft/useKeptDraft.ts';
import { planWords } from '../words/plan.ts';
import { Difference } from './Difference.tsx';
import { DraftSources } from './DraftSources.tsx';
import { faultsOf, type Frame } from './faults.ts';
import { Missing, Propose } from './Proposing.tsx';
import { sent } from './sent.ts';
import { Sums } from './Sums.tsx';
import { TaskGrid } from './TaskGrid.tsx';
import { plain, useTasks } from './useTasks.ts';

type At = YearAddress & { readonly member: string };

const keeperFor = (at: At): Keeper<readonly TaskLine[]> => ({
  save: (tasks, expected) => api.savePlanDraft({ ...at, expected, tasks: sent(tasks) }),
  read: async () => {
    const { draft } = await api.plan(at);
    return draft && { version: draft.version, content: draft.tasks };
  },
});

export function PlanEditor({ at, plan }: { readonly at: At; readonly plan: PlanPage }) {
  const { versions, labels, share, counted, decided, inForce, draft } = plan;
  const tasks = useTasks(draft?.tasks ?? versions.at(-1)?.tasks ?? []);
  const written = tasks.tasks.map(plain);
  const keeping = useKeptDraft(written, draft?.version ?? 0, keeperFor(at));
  const former = versions.find(({ version }) => version === inForce)?.tasks ?? null;
  const frame: Frame = { labels, share, counted, decided, former };
  return (
    <>
      <DraftSources at={at} plan={plan} tasks={tasks} />
      <Sums tasks={written} frame={frame} />
      <TaskGrid tasks={tasks} labels={labels} frozen={former === null ? [] : decided} />
      <KeptOrTwo
        draft={keeping}
        title={planWords.conflict}
        told={(theirs) => <Difference before={written} after={theirs} labels={labels} />}
        take={tasks.replace}
      />
      <Missing faults={faultsOf(written, frame)} />
      <Propose at={at} plan={plan} tasks={written} changing={former !== null} handIn={keeping.handIn} />
    </>
  );
}
