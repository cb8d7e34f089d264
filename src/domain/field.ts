/** Fields facts are made of: what a body may hold beside ids. */
import { z } from 'zod';
import { type Day, parseDay } from './period.ts';
import { type Points, points } from './points.ts';

export const day = z.custom<Day>(
  (value) => typeof value === 'string' && parseDay(value) !== undefined,
  'not a day',
);
/** Hundredths of a point. */
export const amount = z.int().transform((value): Points => points(value));
/** A salted hash of what is kept beside the chain. */
export const hash = z.string().regex(/^[0-9a-f]{32,64}$/);
export const id = z.string().min(1);
