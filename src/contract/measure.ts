/** 办法: its clauses with the data under each, and how it is read. */
import { z } from 'zod';
import { readingWords } from './statement.ts';
import { asking, yearHead, yearPath } from './wire.ts';

export const measure = z.object({
  head: yearHead,
  clauses: z.array(
    z.object({
      id: z.string(),
      /** How the text itself counts: 第三章（四）2. */
      place: z.string(),
      title: z.string(),
      text: z.string(),
      /** What the books do under this clause: amounts, items, steps. */
      data: z.array(z.object({ id: z.string(), label: z.string(), text: z.string() })),
      readings: z.array(z.string()),
    }),
  ),
  readings: z.array(
    readingWords.extend({
      decidedBy: z.string(),
      decidedOn: z.string(),
      alternatives: z.array(z.object({ id: z.string(), text: z.string(), chosen: z.boolean() })),
    }),
  ),
});
export type Measure = z.infer<typeof measure>;

export const measureScreen = {
  measure: asking('readBooks', 'readMeasure')
    .route({ method: 'GET', path: '/books/{organisation}/years/{year}/measure', summary: '办法与读法' })
    .input(yearPath)
    .output(measure),
};
