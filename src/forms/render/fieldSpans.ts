/** Labelled values side by side on columns that were made for something else: each takes about the width it needs. */
import type { Field } from '../paper.ts';
import { unitsFor } from './measure.ts';

export type FieldSpan = {
  readonly field: Field;
  readonly from: number;
  readonly labelSpan: number;
  readonly valueSpan: number;
};

const LEAST_VALUE = 8;

/** As many lines as needed: a field takes two columns at least. Label and value spans fill every line from edge to edge. */
export function spansOf(widths: readonly number[], fields: readonly Field[], size: number): FieldSpan[][] {
  const most = Math.max(1, Math.floor(widths.length / 2));
  const lineCount = Math.ceil(fields.length / most);
  const perLine = Math.ceil(fields.length / lineCount);
  return Array.from({ length: lineCount }, (_, line) =>
    lineSpans(widths, fields.slice(line * perLine, (line + 1) * perLine), size),
  );
}

function lineSpans(widths: readonly number[], fields: readonly Field[], size: number): FieldSpan[] {
  const edges = edgesOf(widths, needsOf(widths, fields, size));
  return fields.map((field, index) => {
    const [from = 0, middle = 0, to = 0] = edges.slice(2 * index, 2 * index + 3);
    return { field, from, labelSpan: middle - from, valueSpan: to - middle };
  });
}

/** Units wanted by label, value, label, value …; what is left over goes to the values. */
function needsOf(widths: readonly number[], fields: readonly Field[], size: number): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const labels = fields.map(({ label }) => unitsFor(label, size));
  const values = fields.map(({ value }) =>
    Math.max(LEAST_VALUE, value.kind === 'text' ? unitsFor(value.text, size) : 0),
  );
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  const stretch = Math.max(0.2, (total - sum(labels)) / sum(values));
  return fields.flatMap((_, index) => [labels[index] ?? 0, (values[index] ?? 0) * stretch]);
}

/** Column edges nearest to where each need ends, every part at least one column wide. */
function edgesOf(widths: readonly number[], needs: readonly number[]): number[] {
  const ends = widths.reduce<number[]>((sums, width) => [...sums, (sums.at(-1) ?? 0) + width], [0]);
  const edges = [0];
  let wanted = 0;
  for (const [index, need] of needs.entries()) {
    wanted += need;
    const least = (edges.at(-1) ?? 0) + 1;
    const most = widths.length - (needs.length - index - 1);
    edges.push(index === needs.length - 1 ? widths.length : nearest(ends, wanted, least, most));
  }
  return edges;
}

function nearest(ends: readonly number[], wanted: number, least: number, most: number): number {
  let best = least;
  for (let edge = least; edge <= most; edge += 1)
    if (Math.abs((ends[edge] ?? 0) - wanted) < Math.abs((ends[best] ?? 0) - wanted)) best = edge;
  return best;
}
