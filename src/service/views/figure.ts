/** The figures that open a statement, as they stand in an address: p1.base, p1.points, year.task, year, graded, rank … */
import type { Policy } from '../../domain/policy/policy.ts';

export type Figure =
  | { readonly of: 'kind'; readonly period: number; readonly kind: string }
  | { readonly of: 'deduction' | 'points' | 'cumulative'; readonly period: number }
  | { readonly of: 'yearKind'; readonly kind: string }
  | { readonly of: 'yearDeduction' | 'year' | 'graded' | 'grade' | 'rank' | 'eligibility' };

const WHOLE = {
  year: 'year',
  'year.deduction': 'yearDeduction',
  graded: 'graded',
  grade: 'grade',
  rank: 'rank',
  eligibility: 'eligibility',
} as const;

export function figureId(figure: Figure): string {
  switch (figure.of) {
    case 'kind':
      return `p${figure.period}.${figure.kind}`;
    case 'deduction':
    case 'points':
    case 'cumulative':
      return `p${figure.period}.${figure.of}`;
    case 'yearKind':
      return `year.${figure.kind}`;
    case 'yearDeduction':
      return 'year.deduction';
    default:
      return figure.of;
  }
}

/** The figure an address names, or undefined when this measure has none of that name. */
export function parseFigure(policy: Policy, id: string): Figure | undefined {
  if (Object.hasOwn(WHOLE, id)) return { of: WHOLE[id as keyof typeof WHOLE] };
  const [, scope = '', name = ''] = /^(year|p\d{1,2})\.([\w-]+)$/.exec(id) ?? [];
  const kind = policy.kinds.find((one) => one.id === name)?.id;
  if (scope === 'year') return kind === undefined ? undefined : { of: 'yearKind', kind };
  const period = Number.parseInt(scope.slice(1), 10);
  if (!(period >= 1 && period <= policy.periods.count)) return undefined;
  if (name === 'deduction' || name === 'points' || name === 'cumulative') return { of: name, period };
  return kind === undefined ? undefined : { of: 'kind', period, kind };
}
