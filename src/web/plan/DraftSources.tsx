/** Where a draft can come from: last year's plan, or rows from Excel. */
import { Button } from 'antd';
import type { PlanPage } from '../../contract/plans.ts';
import { formatPoints } from '../../domain/points.ts';
import { readTasks, TASK_COLUMNS } from '../../domain/taskPlan/taskSheet.ts';
import type { YearAddress } from '../api.ts';
import { planWords } from '../words/plan.ts';
import { PasteBox } from './PasteBox.tsx';
import type { Tasks } from './useTasks.ts';

type Props = { readonly at: YearAddress; readonly plan: PlanPage; readonly tasks: Tasks };

export function DraftSources({ at, plan, tasks }: Props) {
  const { lastYear, labels } = plan;
  return (
    <>
      {lastYear.length > 0 && (
        <Button onClick={() => tasks.replace(lastYear.map((task) => ({ ...task, taskId: null })))}>
          {planWords.copyOne}
        </Button>
      )}
      <details className="block">
        <summary>{planWords.pasteOne}</summary>
        <PasteBox
          at={at}
          id="paste-one"
          columns={TASK_COLUMNS}
          take={(rows) => {
            const read = readTasks(rows, labels);
            if (read.problems.length === 0)
              tasks.replace(
                read.tasks.map((task) => ({ ...task, taskId: null, points: formatPoints(task.points) })),
              );
            return read.problems;
          }}
        />
      </details>
    </>
  );
}
