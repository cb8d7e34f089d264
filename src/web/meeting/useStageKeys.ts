/** The meeting by keyboard alone: Enter decides, digits lead to an item, arrows to the next member. Only while the stage has the focus. */
import { type KeyboardEvent, type RefObject, useCallback } from 'react';

export type StageActs = {
  readonly take: () => void;
  /** To the member before or after. */
  readonly step: (by: 1 | -1) => void;
};

const LETTERS: Readonly<Record<string, string>> = { v: 'vote', h: 'recuse', s: 'words' };

export function useStageKeys(stage: RefObject<HTMLElement | null>, { take, step }: StageActs) {
  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const { target, key } = event;
      if (event.nativeEvent.isComposing || event.altKey || event.metaKey) return;
      const act = actOf(target as HTMLElement, event);
      if (act === undefined) return;
      event.preventDefault();
      if (act === 'take') take();
      else if (act === 'next') step(1);
      else if (act === 'previous') step(-1);
      else if (act === 'leave') stage.current?.focus();
      else jump(stage.current, LETTERS[key.toLowerCase()] ?? `item-${key}`);
    },
    [stage, take, step],
  );
}

type Act = 'take' | 'next' | 'previous' | 'leave' | 'jump';

function actOf(target: HTMLElement, { key, ctrlKey }: KeyboardEvent): Act | undefined {
  const isPicking = target.matches('input[type=radio], input[type=checkbox]');
  const isTyping = target.matches('input, textarea, select') && !isPicking;
  if (key === 'Escape') return 'leave';
  if (target.matches('textarea')) return key === 'Enter' && ctrlKey ? 'take' : undefined;
  if (key === 'Enter') return target.matches('button, a, summary') ? undefined : 'take';
  if (ctrlKey) return undefined;
  if (key === 'PageDown') return 'next';
  if (key === 'PageUp') return 'previous';
  if (isTyping) return undefined;
  if (!isPicking && key === 'ArrowRight') return 'next';
  if (!isPicking && key === 'ArrowLeft') return 'previous';
  return /^[1-9]$/.test(key) || key.toLowerCase() in LETTERS ? 'jump' : undefined;
}

/** To the field of that name; of several, the one that is picked or the first. */
function jump(stage: HTMLElement | null, name: string): void {
  const fields = [...(stage?.querySelectorAll<HTMLInputElement>(`[data-jump="${name}"]`) ?? [])];
  const field = fields.find(({ checked }) => checked) ?? fields[0];
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
  if (field?.type === 'text') field.select();
}
