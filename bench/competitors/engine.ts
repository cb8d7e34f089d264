// The product's own engine: every member's result with all its lines, ranks included.
import type { Entry } from '../../src/domain/policy/line.ts';
import type { Placed } from '../../src/domain/policy/placed.ts';
import type { Policy } from '../../src/domain/policy/policy.ts';
import { scoringOf } from '../../src/domain/policy/scoring.ts';
import { evaluateYear, type MemberYear, type YearResult } from '../../src/domain/year/evaluate.ts';
import type { MemberScore } from '../../src/domain/year/score.ts';
import { type Explained, lineText } from '../answer.ts';
import type { Race } from '../competitor.ts';
import { inOrder } from '../facts.ts';
import { YEAR } from '../workload.ts';

export function engine(policy: Policy, years: readonly MemberYear[]): Race {
  const scoring = scoringOf(policy);
  let result: YearResult | undefined;
  return {
    run: () => {
      result = undefined;
      result = evaluateYear(scoring, YEAR, years);
    },
    answers: () =>
      (result?.members ?? []).map(({ score }, index) =>
        explainedScore(policy, score, inOrder(scoring, years[index]?.entries ?? [])),
      ),
    close: () => {},
  };
}

function explainedScore(policy: Policy, score: MemberScore, ordered: readonly Placed[]): Explained {
  const figures = score.periods.flatMap((period) => [
    ...policy.kinds.map(({ id }) => Number(period.kinds[id])),
    period.points,
  ]);
  const numbers = new Map(ordered.map(({ entry }, position) => [entry.id, position + 1]));
  const numberOf = (entry: Entry | null) => (entry === null ? 0 : (numbers.get(entry.id) ?? 0));
  const lines = score.lines.map((line) =>
    lineText({
      ...line,
      category: policy.categories.findIndex(({ id }) => id === line.category) + 1,
      entry: numberOf(line.entry),
      by: numberOf(line.by),
    }),
  );
  return { figures: [...figures, score.year], lines };
}
