/** The sheet's fields with every step kept for undo; keys and paste run down the fields in the order they stand. */
import { type ClipboardEvent, type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { Sheet } from '../../contract/roundSheet.ts';
import { EMPTY, startValues, type Typed, type Values } from './sheetValues.ts';

const STEPS_KEPT = 100;

export function useSheetValues(sheet: Sheet) {
  const [steps, setSteps] = useState<readonly Values[]>(() => [startValues(sheet)]);
  const values = steps.at(-1) ?? {};
  const change = useCallback(
    (next: (values: Values) => Values) =>
      setSteps((before) => [...before.slice(-STEPS_KEPT), next(before.at(-1) ?? {})]),
    [],
  );
  const undo = steps.length > 1 ? () => setSteps(steps.slice(0, -1)) : undefined;
  const put = useCallback(
    (member: string, typed: Typed) => change((before) => ({ ...before, [member]: typed })),
    [change],
  );
  return { values, change, undo, put };
}

export type SheetValues = ReturnType<typeof useSheetValues>;

type Field = { readonly member: string; readonly task: string };

export function useSheetKeys({ change, undo }: SheetValues) {
  const ref = useRef<HTMLDivElement>(null);
  const fields = () => [...(ref.current?.querySelectorAll<HTMLInputElement>('input[data-task]') ?? [])];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, key } = event;
    if (event.ctrlKey && key === 'z' && undo !== undefined) {
      event.preventDefault();
      undo();
      return;
    }
    if (!(target instanceof HTMLInputElement) || target.dataset['task'] === undefined) return;
    if (!['Enter', 'ArrowDown', 'ArrowUp'].includes(key)) return;
    event.preventDefault();
    const all = fields();
    const next = all[all.indexOf(target) + (key === 'ArrowUp' ? -1 : 1)];
    next?.focus();
    next?.select();
  };
  /** A column of figures fills the fields from here down; of several columns, the last. */
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || target.dataset['task'] === undefined) return;
    const rows = event.clipboardData
      .getData('text/plain')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/);
    if (rows.length < 2) return;
    event.preventDefault();
    const all = fields();
    const from = all.indexOf(target);
    change((values) =>
      filled(
        values,
        rows.flatMap((row, index) => {
          const { member, task } = (all[from + index]?.dataset ?? {}) as Partial<Field>;
          return member === undefined || task === undefined
            ? []
            : [{ member, task, text: row.split('\t').at(-1)?.trim() ?? '' }];
        }),
      ),
    );
  };
  return { ref, onKeyDown, onPaste };
}

function filled(values: Values, more: readonly (Field & { readonly text: string })[]): Values {
  const next: Record<string, Typed> = { ...values };
  for (const { member, task, text } of more) {
    const { tasks, words } = next[member] ?? EMPTY;
    next[member] = { tasks: { ...tasks, [task]: text.slice(0, 12) }, words };
  }
  return next;
}
