/** Parts side by side on columns that were made for something else: each gets whole columns, as near to its need as can be. */

/** `least` must be there, lest the text wraps; `want` is what looks right. In column units. */
export type Need = { readonly least: number; readonly want: number };

/** Too narrow is far worse than too wide. */
const SHORTFALL = 400;

type Best = { readonly cost: number; readonly edges: readonly number[] };

/** The column positions where the parts begin and end: one more than there are parts, from 0 to the last column's end. */
export function partition(widths: readonly number[], needs: readonly Need[]): readonly number[] {
  const ends = [0];
  for (const width of widths) ends.push((ends.at(-1) ?? 0) + width);
  let best: (Best | undefined)[] = [{ cost: 0, edges: [0] }];
  for (const [index, need] of needs.entries()) {
    const left = needs.length - index - 1;
    const next: (Best | undefined)[] = [];
    for (let end = index + 1; end <= widths.length - left; end += 1)
      next[end] = cheapest(best, end, (from) => costOf(need, (ends[end] ?? 0) - (ends[from] ?? 0)));
    best = next;
  }
  return best[widths.length]?.edges ?? [0, widths.length];
}

function cheapest(
  before: readonly (Best | undefined)[],
  end: number,
  cost: (from: number) => number,
): Best | undefined {
  let best: Best | undefined;
  for (const [from, part] of before.entries()) {
    if (part === undefined || from >= end) continue;
    const total = part.cost + cost(from);
    if (best === undefined || total < best.cost) best = { cost: total, edges: [...part.edges, end] };
  }
  return best;
}

function costOf({ least, want }: Need, width: number): number {
  const missing = Math.max(0, least - width);
  return (SHORTFALL * missing * missing + (width - want) * (width - want)) / want;
}
