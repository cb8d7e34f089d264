/** 工作日历: a year's dates planned back from each filing day. */
import { z } from 'zod';
import { asking, yearHead, yearPath } from './wire.ts';

const calendar = z.object({
  head: yearHead,
  /** Steps in order of time: the columns. */
  steps: z.array(z.object({ id: z.string(), name: z.string(), clause: z.string() })),
  periods: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** By step; a step the period lacks is not there. */
      spans: z.record(z.string(), z.object({ text: z.string(), days: z.int() })),
      spare: z.int(),
      provisional: z.boolean(),
    }),
  ),
  notes: z.array(z.string()),
});
export type CalendarPage = z.infer<typeof calendar>;

export const calendarScreen = {
  calendar: asking('readBooks', 'readMeasure')
    .route({
      method: 'GET',
      path: '/books/{organisation}/years/{year}/calendar',
      summary: '年度积分工作日历',
    })
    .input(yearPath)
    .output(calendar),
};
