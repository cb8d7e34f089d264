/** A change as it is read: what it changes, and from what to what. */
import type { Change } from '../../domain/policy/draft/change.ts';
import { shownIn } from '../../domain/policy/draft/value.ts';
import { rulesWords } from '../words/rules.ts';
import type { ShownThing } from './groups.ts';

export type Changed = { readonly thing: ShownThing; readonly change: Change };

export const changedIn = (things: readonly ShownThing[]): Changed[] =>
  things.flatMap((thing) => thing.changes.map((change) => ({ thing, change })));

export function changeWords({ thing, change: { place, to } }: Changed): { what: string; said: string } {
  const field = thing.fields.find((one) => one.place === place);
  if (field === undefined)
    return { what: thing.name, said: to === null ? rulesWords.removed : rulesWords.added };
  const named = (text: string) =>
    (field.options?.find((one) => one.value === text)?.label ?? text) || rulesWords.empty;
  return {
    what: rulesWords.inChange(thing.name, field.label),
    said: `${named(field.before ?? '')} → ${named(shownIn(field, thing.changes))}`,
  };
}
