/** The tasks of a plan as they are read. */
import type { TaskLine } from '../../contract/plans.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { planWords } from '../words/plan.ts';

export function TaskTable({
  tasks,
  labels,
}: {
  readonly tasks: readonly TaskLine[];
  readonly labels: readonly string[];
}) {
  const columns: Column<TaskLine>[] = [
    { key: 'period', title: planWords.period, short: true, render: ({ period }) => labels[period - 1] ?? '' },
    { key: 'kind', title: planWords.kind, short: true, render: ({ kind }) => planWords.kinds[kind] },
    { key: 'wording', title: planWords.wording, head: true, render: ({ wording }) => wording },
    { key: 'points', title: planWords.points, figure: true, render: ({ points }) => points },
    { key: 'standard', title: planWords.standard, wide: true, render: ({ standard }) => standard },
  ];
  return (
    <Listing
      caption={planWords.editor}
      columns={columns}
      rows={tasks.toSorted((a, b) => a.period - b.period)}
      rowKey={({ taskId, wording, period }) => taskId ?? `${period} ${wording}`}
    />
  );
}
