/** One task as it is written: every field has its name; a quarter already decided cannot be touched. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { planWords } from '../words/plan.ts';
import type { EditedTask } from './useTasks.ts';

type Props = {
  readonly task: EditedTask;
  readonly index: number;
  readonly labels: readonly string[];
  readonly frozen: readonly number[];
  readonly change: (more: Partial<EditedTask>) => void;
  readonly remove: () => void;
};

export function TaskRow({ task, index, labels, frozen, change, remove }: Props) {
  const isFrozen = frozen.includes(task.period) && task.taskId !== null;
  const field = (column: string) => ({
    'data-row': index,
    'data-column': column,
    'aria-label': planWords.rowLabel(index + 1, column),
    disabled: isFrozen,
  });
  const text = (column: string, name: 'wording' | 'standard') => (
    <Named column={column}>
      <textarea
        {...field(column)}
        rows={2}
        maxLength={500}
        value={task[name]}
        onChange={({ target }) => change({ [name]: target.value })}
      />
    </Named>
  );
  return (
    <fieldset className="task-row">
      <legend>{planWords.task(index + 1)}</legend>
      <Named column={planWords.period}>
        <select
          {...field(planWords.period)}
          value={task.period}
          onChange={({ target }) => change({ period: Number(target.value) })}
        >
          <Options of={labels.map((label, at) => [String(at + 1), label])} />
        </select>
      </Named>
      <Named column={planWords.kind}>
        <select
          {...field(planWords.kind)}
          value={task.kind}
          onChange={({ target }) => change({ kind: target.value === 'pledge' ? 'pledge' : 'assigned' })}
        >
          <Options of={Object.entries(planWords.kinds)} />
        </select>
      </Named>
      {text(planWords.wording, 'wording')}
      <Named column={planWords.points}>
        <input
          {...field(planWords.points)}
          inputMode="decimal"
          maxLength={6}
          value={task.points}
          onChange={({ target }) => change({ points: target.value })}
        />
      </Named>
      {text(planWords.standard, 'standard')}
      <Button onClick={remove} disabled={isFrozen} aria-label={planWords.remove(index + 1)}>
        {planWords.removeShort}
      </Button>
    </fieldset>
  );
}

function Named({ column, children }: { readonly column: string; readonly children: ReactNode }) {
  return (
    // the field is named by its row and column, for whoever hears it; this says the column to whoever sees it
    <div className="task-field">
      <span aria-hidden="true">{column}</span>
      {children}
    </div>
  );
}

function Options({ of }: { readonly of: readonly (readonly [value: string, name: string])[] }) {
  return of.map(([value, name]) => (
    <option key={value} value={value}>
      {name}
    </option>
  ));
}
