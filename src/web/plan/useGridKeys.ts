/** Keys and paste of the grid: arrows and Enter stay in their column, Enter on the last row makes one more. */
import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { formatPoints } from '../../domain/points.ts';
import { pastedRows } from '../../domain/taskPlan/sheetRows.ts';
import { readTasks } from '../../domain/taskPlan/taskSheet.ts';
import type { Tasks } from './useTasks.ts';

export function useGridKeys(tasks: Tasks, labels: readonly string[]) {
  const ref = useRef<HTMLFieldSetElement>(null);
  const added = useRef<string>(undefined);
  const count = tasks.tasks.length;
  useLayoutEffect(() => {
    if (added.current === undefined) return;
    fieldAt(ref.current, count - 1, added.current)?.focus();
    added.current = undefined;
  }, [count]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, key } = event;
    if (event.ctrlKey && key === 'z' && tasks.undo !== undefined) {
      event.preventDefault();
      tasks.undo();
      return;
    }
    if (!(target instanceof HTMLInputElement) || !['Enter', 'ArrowDown', 'ArrowUp'].includes(key)) return;
    const { row = '0', column = '' } = target.dataset;
    const next = Number(row) + (key === 'ArrowUp' ? -1 : 1);
    event.preventDefault();
    if (next < count) fieldAt(ref.current, next, column)?.focus();
    else if (key === 'Enter') {
      added.current = column;
      tasks.add();
    }
  };
  /** Several cells at once become tasks after the row they are pasted into. */
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain');
    if (!text.includes('\t')) return;
    event.preventDefault();
    const row = Number((event.target as HTMLElement).dataset['row'] ?? count - 1);
    const read = readTasks(pastedRows(text), labels).tasks;
    const lines = read.map((task) => ({ ...task, taskId: null, points: formatPoints(task.points) }));
    tasks.insert(tasks.tasks[row]?.key ?? 0, lines);
  };
  return { ref, onKeyDown, onPaste };
}

const fieldAt = (grid: HTMLElement | null, row: number, column: string) =>
  grid?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
