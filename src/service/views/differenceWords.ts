/** The difference of two versions in words, for the terminal and the page. */
import type { ClauseDifference, SubjectChange } from '../../domain/policy/difference.ts';

export const HOW_CHANGED: Readonly<Record<SubjectChange['how'], string>> = {
  added: '新增',
  removed: '删去',
  changed: '改动',
};

export function differenceSummary(differences: readonly ClauseDifference[]): string {
  if (differences.length === 0) return '没有不同';
  const changes = differences.flatMap((one) => one.changes);
  const count = (how: SubjectChange['how']) => changes.filter((one) => one.how === how).length;
  return `新增 ${count('added')} 处，删去 ${count('removed')} 处，改动 ${count('changed')} 处`;
}
