/** Planned points of each quarter against its share, told in words and not by colour. */
import type { TaskLine } from '../../contract/plans.ts';
import { formatPoints, parsePoints, points, ZERO } from '../../domain/points.ts';
import { plannedIn } from '../../domain/taskPlan/content.ts';
import { planWords } from '../words/plan.ts';
import { type Frame, taskOf } from './faults.ts';

export function Sums({ tasks, frame }: { readonly tasks: readonly TaskLine[]; readonly frame: Frame }) {
  const { labels, share, counted, decided } = frame;
  const whole = parsePoints(share) ?? ZERO;
  const read = tasks.map(taskOf);
  return (
    <ul className="notes plan-sums" aria-live="polite">
      {labels.map((label, index) => {
        const period = index + 1;
        const sum = plannedIn(read, period);
        const told = decided.includes(period)
          ? planWords.decided
          : !counted.includes(period) && sum === 0
            ? planWords.uncounted
            : sum === whole
              ? planWords.enough
              : sum < whole
                ? planWords.short(formatPoints(points(whole - sum)))
                : planWords.over(formatPoints(points(sum - whole)));
        return (
          <li key={label}>
            {planWords.sum(label, formatPoints(sum), share)} <strong>{told}</strong>
          </li>
        );
      })}
    </ul>
  );
}
