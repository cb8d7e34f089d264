/** One organisation, as the frame of its pages needs it: its name, its years, and what the reader may do there. */
import { z } from 'zod';
import { asking, heading } from './wire.ts';

const organisation = z.object({
  organisation: heading,
  level: heading,
  example: z.boolean(),
  above: heading.nullable(),
  /** Years with a book, latest first. */
  years: z.array(z.int()),
  /** Abilities the reader has there in nobody's particular matter. */
  abilities: z.array(z.string()),
  /** The reader as this organisation's register knows them; null when it does not. */
  self: z.string().nullable(),
});

export const organisationScreen = {
  organisation: asking('readOffices')
    .route({ method: 'GET', path: '/organisations/{organisation}', summary: '一个组织' })
    .input(z.object({ organisation: z.string().min(1).max(100) }))
    .output(organisation),
};
