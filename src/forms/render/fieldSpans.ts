/** Labelled values side by side: each label and each value takes about the width it needs, edge to edge. */
import type { Content, Field } from '../paper.ts';
import { unitsFor } from './measure.ts';
import { type Need, partition } from './partition.ts';

export type FieldSpan = {
  readonly field: Field;
  readonly from: number;
  readonly labelSpan: number;
  readonly valueSpan: number;
};

const FIGURE = 8;
const BLANK = 14;

/** As many lines as needed: a field takes two columns at least. */
export function spansOf(widths: readonly number[], fields: readonly Field[], size: number): FieldSpan[][] {
  const most = Math.max(1, Math.floor(widths.length / 2));
  const perLine = Math.ceil(fields.length / Math.ceil(fields.length / most));
  const lines: FieldSpan[][] = [];
  for (let first = 0; first < fields.length; first += perLine)
    lines.push(lineSpans(widths, fields.slice(first, first + perLine), size));
  return lines;
}

function lineSpans(widths: readonly number[], fields: readonly Field[], size: number): FieldSpan[] {
  const edges = partition(widths, needsOf(widths, fields, size));
  return fields.map((field, index) => {
    const [from = 0, middle = 0, to = 0] = edges.slice(2 * index, 2 * index + 3);
    return { field, from, labelSpan: middle - from, valueSpan: to - middle };
  });
}

/** Label, value, label, value …; what the line has left over goes to the values. */
function needsOf(widths: readonly number[], fields: readonly Field[], size: number): Need[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const needs = fields.map(({ label, value }) => ({
    label: unitsFor(label, size),
    value: valueUnits(value, size),
  }));
  const labels = needs.reduce((sum, { label }) => sum + label, 0);
  const values = needs.reduce((sum, { value }) => sum + value, 0);
  const stretch = Math.max(1, (total - labels) / values);
  return needs.flatMap(({ label, value }) => [
    { least: label, want: label },
    { least: value, want: value * stretch },
  ]);
}

function valueUnits(value: Content, size: number): number {
  switch (value.kind) {
    case 'text':
      return Math.max(FIGURE, unitsFor(value.text, size));
    case 'empty':
      return BLANK;
    case 'points':
    case 'count':
      return FIGURE;
  }
}
