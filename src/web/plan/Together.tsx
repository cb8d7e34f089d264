/** Plans for many: one for everybody picked, all from one sheet, or last year's; looked at before they are proposed. */
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { PlanRow, PlansPage, TaskLine } from '../../contract/plans.ts';
import { formatPoints } from '../../domain/points.ts';
import { PLAN_COLUMNS, readPlans, readTasks, TASK_COLUMNS } from '../../domain/taskPlan/taskSheet.ts';
import { api, sentenceOf, type YearAddress } from '../api.ts';
import { planWords } from '../words/plan.ts';
import { PasteBox } from './PasteBox.tsx';
import { type Proposed, Preview } from './Preview.tsx';

type Props = { readonly at: YearAddress; readonly page: PlansPage; readonly rows: readonly PlanRow[] };

const lineOf = (task: Parameters<typeof formatted>[0]): TaskLine => formatted(task);
const formatted = ({
  points,
  ...task
}: Omit<TaskLine, 'points' | 'taskId'> & { points: Parameters<typeof formatPoints>[0] }) => ({
  ...task,
  taskId: null,
  points: formatPoints(points),
});

export function Together({ at, page, rows }: Props) {
  const [plans, setPlans] = useState<readonly Proposed[]>([]);
  const { labels, members } = page;
  return (
    <details className="block">
      <summary>{planWords.together}</summary>
      <Same at={at} page={page} rows={rows} show={setPlans} />
      <h3>{planWords.sheet}</h3>
      <p className="quiet">
        {planWords.sheetNote}{' '}
        <a className="inline-door" href={`/papers/${at.organisation}/${at.year}/taskPlans`} download>
          {planWords.sheetOut}
        </a>
      </p>
      <PasteBox
        at={at}
        id="paste-sheet"
        columns={PLAN_COLUMNS}
        take={(read) => {
          const found = readPlans(read, labels, members);
          const wanted = members.flatMap((member) => {
            const tasks = found.plans.get(member.id);
            return tasks === undefined ? [] : [{ member, tasks: tasks.map(lineOf) }];
          });
          setPlans(found.problems.length > 0 ? [] : wanted);
          return found.problems;
        }}
      />
      <Copy at={at} rows={rows} show={setPlans} />
      <Preview at={at} page={page} plans={plans} clear={() => setPlans([])} />
    </details>
  );
}

type SameProps = Props & { readonly show: (plans: readonly Proposed[]) => void };

function Same({ at, page: { labels }, rows, show }: SameProps) {
  return (
    <>
      <h3>{planWords.same}</h3>
      <p className="quiet">{planWords.sameNote}</p>
      {rows.length === 0 ? (
        <p>{planWords.pick}</p>
      ) : (
        <PasteBox
          at={at}
          id="paste-same"
          columns={TASK_COLUMNS}
          take={(read) => {
            const { tasks, problems } = readTasks(read, labels);
            show(problems.length > 0 ? [] : rows.map((member) => ({ member, tasks: tasks.map(lineOf) })));
            return problems;
          }}
        />
      )}
    </>
  );
}

type CopyProps = {
  readonly at: YearAddress;
  readonly rows: readonly PlanRow[];
  readonly show: (plans: readonly Proposed[]) => void;
};

function Copy({ at: { organisation, year }, rows, show }: CopyProps) {
  const former = Number(year) - 1;
  const copying = useMutation({
    mutationFn: () => api.plansInForce({ organisation, year: String(former) }),
    onSuccess: ({ plans }) => {
      const known = new Map(plans.map(({ member, tasks }) => [member, tasks]));
      const found = rows.flatMap((member) => {
        const tasks = known.get(member.id);
        return tasks === undefined
          ? []
          : [{ member, tasks: tasks.map((task) => ({ ...task, taskId: null })) }];
      });
      show(found);
      return found.length;
    },
  });
  return (
    <>
      <h3>{planWords.copy}</h3>
      <p className="quiet">{planWords.copyNote(former)}</p>
      <Button disabled={rows.length === 0} loading={copying.isPending} onClick={() => copying.mutate()}>
        {planWords.copyAct}
      </Button>
      <div aria-live="polite">
        {copying.isError && <Alert type="error" title={sentenceOf(copying.error)} />}
        {copying.isSuccess &&
          !rows.some(({ id }) => copying.data.plans.some(({ member }) => member === id)) && (
            <p>{planWords.copyNone}</p>
          )}
      </div>
    </>
  );
}
