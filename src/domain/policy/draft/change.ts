/**
 * A draft is a list of changes over a base: place → value. No two are of one place, so their order means nothing. Kept as a
 * list in which what stands as in the base is no change.
 */
import type { Documents } from './documents.ts';
import { at } from './tree.ts';

export type Value = string | number | readonly string[] | Readonly<Record<string, string>>;

/** `place`: file and steps, parted by '/': 'policy/kinds/base/year'. `to`: the text or number as a file would have it; null takes the thing away. */
export type Change = { readonly place: string; readonly to: Value | null };

/** A thing before what is inside it. */
export const inOrder = (changes: readonly Change[]) =>
  changes.toSorted((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));

/** The changes with this place as wanted; what stands so in the base already is no change. A thing taken away takes its changes along. */
export function withChange(
  base: Documents,
  changes: readonly Change[],
  { place, to }: Change,
): readonly Change[] {
  const others = changes.filter((one) => one.place !== place && !(to === null && isInside(one.place, place)));
  const stands = at(base, place.split('/')) ?? null;
  return isSame(stands, to) ? others : inOrder([...others, { place, to }]);
}

/** The changes without this one and without those inside it. */
export function undone(changes: readonly Change[], place: string): readonly Change[] {
  return changes.filter((one) => one.place !== place && !isInside(one.place, place));
}

const isInside = (place: string, outer: string): boolean => place.startsWith(`${outer}/`);

/** "7.50", "7.5" and 7.5 are one amount. */
function isSame(before: unknown, after: Value | null): boolean {
  if (typeof after === 'object' || typeof before === 'object')
    return JSON.stringify(before) === JSON.stringify(after);
  return plainText(before) === plainText(after);
}

const plainText = (value: unknown): string =>
  String(value).replace(/^(\d+)\.(\d*?)0*$/, (_all, whole: string, rest: string) =>
    rest === '' ? whole : `${whole}.${rest}`,
  );
