/** Rows of different shapes on one paper: they share narrow columns without titles. */
import { type Align, type Column, type Content, pointsOf, NONE, type Row, text } from './paper.ts';
import { parseSignedPoints } from '../domain/points.ts';

const COLUMNS = 24;
const LABEL = 4;

export const narrowColumns: readonly Column[] = Array.from({ length: COLUMNS }, () => ({
  title: '',
  width: 4,
  align: 'left',
}));

export const section = (title: string): Row => ({
  role: 'section',
  cells: [{ ...text(title), span: COLUMNS, strong: true }],
});

/** Contents with the columns each takes: together all there are. */
export const line = (...parts: readonly (readonly [Content, number, Align?])[]): Row => ({
  role: 'entry',
  cells: parts.map(([content, span, align]) => ({ ...content, span, align: align ?? 'left' })),
});

export const headings = (...parts: readonly (readonly [string, number])[]): Row =>
  line(...parts.map(([title, span]) => [text(title), span, 'center'] as const));

export const labelled = (label: string, content: Content): Row =>
  line([text(label), LABEL, 'center'], [content, COLUMNS - LABEL]);

export const paragraph = (words: string): Row => line([text(words), COLUMNS]);

/** Points as pages write them, "7.50"; none where nobody has said yet. */
export const pointsIn = (value: string | null): Content => {
  const amount = value === null ? undefined : parseSignedPoints(value);
  return amount === undefined ? NONE : pointsOf(amount);
};
