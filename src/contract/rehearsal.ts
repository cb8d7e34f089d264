/** 预演: a draft or an adopted version run over a year of the books; whom it would change, and why. Nothing is written. */
import { z } from 'zod';
import { asking, heading } from './wire.ts';

const rehearsal = z.object({
  organisation: heading,
  year: z.int(),
  example: z.boolean(),
  booked: z.string(),
  draft: z.string(),
  people: z.int(),
  counts: z.array(z.object({ id: z.string(), label: z.string(), count: z.int() })),
  /** Both sides of each total, as one line. */
  totals: z.array(z.string()),
  adjustments: z.array(z.string()),
  members: z.array(
    heading.extend({
      number: z.string(),
      touched: z.array(z.string()),
      lines: z.array(z.string()),
    }),
  ),
});
export type RehearsalPage = z.infer<typeof rehearsal>;

const choices = z.object({
  organisation: heading,
  versions: z.array(heading),
  years: z.array(z.int()),
});

const place = z.object({ organisation: z.string().min(1).max(100) });

export const rehearsalScreen = {
  rehearsalChoices: asking('rehearseRules')
    .route({
      method: 'GET',
      path: '/organisations/{organisation}/rehearsal/choices',
      summary: '可以预演的细则和年度',
    })
    .input(place)
    .output(choices),
  rehearsal: asking('rehearseRules')
    .route({ method: 'GET', path: '/organisations/{organisation}/rehearsal', summary: '预演' })
    .input(
      place.extend({
        /** As in the difference of two versions; absent: the draft. */
        rules: z.string().min(1).max(100).optional(),
        /** Absent: the latest year that is open. */
        year: z.coerce.number().int().min(1900).max(2199).optional(),
      }),
    )
    .output(rehearsal),
};
