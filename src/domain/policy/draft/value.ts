/** Between what somebody types into a field and the value of a change. */
import type { Change, Value } from './change.ts';
import type { Field } from './thing.ts';

/** A number that is none stays as it was typed: the lint says what was expected. */
export function valueOf(form: Field['form'], typed: string): Value | null {
  const text = typed.trim();
  switch (form) {
    case 'whole':
      return /^\d{1,9}$/.test(text) ? Number.parseInt(text, 10) : text;
    case 'list':
      return text.split(/[、，,\n]/).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
    case 'choice':
      return text === '' ? null : text;
    default:
      return text;
  }
}

/** What a field shows: its own change, else what an added thing has, else the base. */
export function shownIn({ place, before }: Field, changes: readonly Change[]): string {
  const own = changes.find((one) => one.place === place);
  if (own !== undefined) return textOf(own.to);
  const cut = place.lastIndexOf('/');
  const thing = changes.find((one) => one.place === place.slice(0, cut))?.to;
  const inside =
    thing !== null && typeof thing === 'object' && !Array.isArray(thing)
      ? (thing as Readonly<Record<string, string>>)[place.slice(cut + 1)]
      : undefined;
  return inside ?? before ?? '';
}

function textOf(value: Value | null): string {
  if (value === null) return '';
  if (typeof value === 'object') return Array.isArray(value) ? value.join('、') : '';
  return String(value);
}
