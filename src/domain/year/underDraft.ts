/** A member's entries as a draft of the measure would have them: what a rehearsal reckons with. */
import { type Points, points } from '../points.ts';
import type { Entry } from '../policy/line.ts';
import type { Policy } from '../policy/policy.ts';
import type { MemberYear } from './evaluate.ts';

/**
 * What became of an entry: leftOut – the draft has no such item or ground · repriced – the draft fixes another amount ·
 * cut – a discretionary amount, held to the draft's limit. `after` is null when it is left out; a ground has no amounts.
 */
export type Adjustment = {
  readonly how: 'leftOut' | 'repriced' | 'cut';
  readonly item: string;
  readonly entry: Entry | null;
  readonly after: Points | null;
};

export type Redrafted = { readonly given: MemberYear; readonly adjustments: readonly Adjustment[] };

export function openDraft(draft: Policy): (one: MemberYear) => Redrafted {
  const items = new Map(draft.items.map((item) => [item.id, item]));
  const grounds = new Set(draft.grounds.map(({ id }) => id));
  return ({ member, entries, grounds: found, received }) => {
    const adjustments: Adjustment[] = [];
    const kept: Entry[] = [];
    for (const entry of entries) {
      const item = items.get(entry.item);
      if (item === undefined) {
        adjustments.push({ how: 'leftOut', item: entry.item, entry, after: null });
        continue;
      }
      const after = item.amount ?? points(Math.min(entry.amount, item.most));
      if (after !== entry.amount)
        adjustments.push({ how: item.amount === null ? 'cut' : 'repriced', item: entry.item, entry, after });
      kept.push(after === entry.amount ? entry : { ...entry, amount: after });
    }
    for (const ground of found.filter((id) => !grounds.has(id)))
      adjustments.push({ how: 'leftOut', item: ground, entry: null, after: null });
    return { given: { member, entries: kept, grounds: found, received }, adjustments };
  };
}
