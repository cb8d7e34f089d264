/** Tasks as the wire takes them: amounts with two decimals. What is no amount yet is sent as none, and the server names the row. */
import type { TaskLine } from '../../contract/plans.ts';

export const sent = (tasks: readonly TaskLine[]): TaskLine[] =>
  tasks.map((task) => ({ ...task, points: twoDecimals(task.points) }));

function twoDecimals(text: string): string {
  const [, whole = '0', decimals = ''] = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(text.trim()) ?? [];
  return `${whole}.${decimals.padEnd(2, '0')}`;
}
