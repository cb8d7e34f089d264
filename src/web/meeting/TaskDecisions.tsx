/** Points for each planned task, from the scorekeeper's record; what falls due later is marked as expected (G15). */
import { parsePoints } from '../../domain/points.ts';
import { readAmount } from '../sheet/sheetValues.ts';
import { meetingWords as words } from '../words/meeting.ts';
import { type Deciding, faultsOf, pointsOf, summed, type Task } from './decisionForm.ts';
import { TaskHead, TaskRow } from './TaskRow.tsx';

export function TaskDecisions(deciding: Deciding) {
  const { line, draft, sat, last } = deciding;
  const { tasks, opinion } = line;
  if (tasks.length === 0) return <p>{words.noTasks}</p>;
  const sum = summed(tasks.map(({ taskId }) => readAmount(pointsOf(draft, taskId))));
  const planned = summed(tasks.map((task) => parsePoints(task.planned)));
  return (
    <div className="meet-grid">
      <TaskHead deciding />
      {tasks.map((task, index) => (
        <TaskRow
          key={task.taskId}
          task={task}
          item={index + 1}
          unsigned={opinion?.unsigned === true}
          decide={<Points {...deciding} task={task} item={index + 1} />}
        />
      ))}
      <p className="meet-sum">{words.sum(sum, planned)}</p>
      {sat.on < last && <p className="quiet">{words.expectedNote(last)}</p>}
    </div>
  );
}

function Points({
  line,
  draft,
  sat,
  last,
  change,
  asked,
  task,
  item,
}: Deciding & { readonly task: Task; readonly item: number }) {
  const { taskId, wording, planned } = task;
  const fault = faultsOf(line, draft, sat).find(({ of }) => of === taskId)?.is;
  const told = fault === 'wrong' || (fault !== undefined && asked) ? fault : undefined;
  const expected = draft.tasks.some((one) => one.taskId === taskId && one.expected);
  const put = (next: { points?: string; expected?: boolean }) => {
    const now = { taskId, points: pointsOf(draft, taskId), expected, ...next };
    change({ ...draft, taken: false, tasks: [...draft.tasks.filter((one) => one.taskId !== taskId), now] });
  };
  return (
    <>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        className="meet-points"
        data-jump={`item-${item}`}
        {...(told === undefined
          ? {}
          : { 'data-lacks': '', 'aria-invalid': true, 'aria-describedby': `lacks-${taskId}` })}
        aria-label={words.pointsOf(line.member.name, wording)}
        value={pointsOf(draft, taskId)}
        onChange={({ target }) => put({ points: target.value })}
      />
      {sat.on < last && (
        <label className="meet-check">
          <input
            type="checkbox"
            aria-label={words.expectedOf(wording)}
            checked={expected}
            onChange={({ target }) => put({ expected: target.checked })}
          />
          {words.expected}
        </label>
      )}
      {told !== undefined && (
        <span id={`lacks-${taskId}`} className="lacking">
          {told === 'wrong' ? words.wrong(planned) : words.missing}
        </span>
      )}
    </>
  );
}
