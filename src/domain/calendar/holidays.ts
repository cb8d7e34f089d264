/** Which days are worked in China: the years the State Council has announced, as data; any other year by its weekends alone. */
import { z } from 'zod';
import { type Day, parseDay } from '../period.ts';

const day = z.string().transform((value, context): Day => {
  const parsed = parseDay(value);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: 'custom', message: '应为日历上有的日期，写成 YYYY-MM-DD' });
  return z.NEVER;
});

const span = z
  .strictObject({ name: z.string().min(1, '不能为空'), from: day, until: day })
  .refine(({ from, until }) => from <= until, '开始不能晚于结束');

/** One year as its notice (source, by title) announces it: days off, and weekend days that are worked. */
const holidayYear = z
  .strictObject({
    year: z.number().int(),
    source: z.string().min(1, '不能为空'),
    rest: z.array(span),
    work: z.array(day),
  })
  .refine(
    ({ year, rest, work }) =>
      [...work, ...rest.flatMap(({ from, until }) => [from, until])].every((one) =>
        one.startsWith(`${year}-`),
      ),
    '日期应都在这一年内',
  );

export const holidaysFile = z
  .array(holidayYear)
  .refine((years) => new Set(years.map(({ year }) => year)).size === years.length, '同一年只能写一次');

export type HolidayYear = z.output<typeof holidayYear>;

/** By year. */
export type Holidays = ReadonlyMap<number, HolidayYear>;

export const holidaysOf = (years: readonly HolidayYear[]): Holidays =>
  new Map(years.map((one) => [one.year, one]));
