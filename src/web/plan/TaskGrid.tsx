/** The tasks as a grid on a desk and as cards on a phone; arrows, Enter, Tab, rows pasted from Excel, undo. */
import { Button } from 'antd';
import { planWords } from '../words/plan.ts';
import { TaskRow } from './TaskRow.tsx';
import { useGridKeys } from './useGridKeys.ts';
import type { Tasks } from './useTasks.ts';

type Props = {
  readonly tasks: Tasks;
  readonly labels: readonly string[];
  readonly frozen: readonly number[];
};

const { period, kind, wording, points, standard } = planWords;

export function TaskGrid({ tasks, labels, frozen }: Props) {
  const keys = useGridKeys(tasks, labels);
  return (
    <fieldset className="task-grid" aria-label={planWords.editor} {...keys}>
      <div className="task-head" aria-hidden="true">
        {[period, kind, wording, points, standard].map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      {tasks.tasks.map((task, index) => (
        <TaskRow
          key={task.key}
          task={task}
          index={index}
          labels={labels}
          frozen={frozen}
          change={(more) => tasks.change(task.key, more)}
          remove={() => tasks.remove(task.key)}
        />
      ))}
      <p className="acts">
        <Button onClick={tasks.add}>{planWords.add}</Button>
        <Button onClick={tasks.undo} disabled={tasks.undo === undefined}>
          {planWords.undo}
        </Button>
      </p>
      <p className="quiet">{planWords.keys}</p>
    </fieldset>
  );
}
