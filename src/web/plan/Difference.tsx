/** What one version of a plan has otherwise than another, as sentences. */
import type { TaskLine } from '../../contract/plans.ts';
import { formatPoints } from '../../domain/points.ts';
import type { Task } from '../../domain/taskPlan/content.ts';
import { planDifference } from '../../domain/taskPlan/difference.ts';
import { planWords } from '../words/plan.ts';
import { taskOf } from './faults.ts';

type Props = {
  readonly before: readonly TaskLine[];
  readonly after: readonly TaskLine[];
  readonly labels: readonly string[];
};

export function Difference({ before, after, labels }: Props) {
  const found = planDifference(before.map(taskOf), after.map(taskOf));
  if (found.length === 0) return <p>{planWords.noDifference}</p>;
  return (
    <ul className="notes">
      {found.map((one) => (
        <li key={`${one.is} ${one.task.taskId}`}>
          <strong>{planWords[one.is]}</strong> {told(one.task, labels)}
          {one.is === 'changed' && (
            <span className="person-more">
              {planWords.was} {told(one.before, labels)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const told = ({ period, kind, wording, standard, points }: Task, labels: readonly string[]) =>
  `${labels[period - 1] ?? ''} ${planWords.kinds[kind]} ${wording}（${formatPoints(points)}分；${standard}）`;
