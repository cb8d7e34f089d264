/** Public notices inside the unit: those that hang, with whole names, and those of a round as they were drafted (An1.6, G29). */
import { z } from 'zod';
import { at, here, id } from './roundPlace.ts';
import { asking, dayText, heading } from './wire.ts';

const lines = z.array(z.object({ name: z.string(), points: z.string(), note: z.string() }));

const hanging = z.object({
  organisation: heading,
  notices: z.array(
    z.object({
      noticeId: z.string(),
      heading: z.string(),
      basis: z.string(),
      from: dayText,
      until: dayText,
      /** Working days after today; 0: the last day. */
      left: z.int(),
      scope: z.string(),
      receiver: z.string(),
      objecting: z.string(),
      lines,
      head: z.string(),
      /** Paths of the page that needs no sign-in, and of the poster. */
      link: z.string(),
      poster: z.string(),
    }),
  ),
  /** Path where the office network reads them without a link; null: no office network is set. */
  board: z.string().nullable(),
});
export type HangingNotices = z.infer<typeof hanging>;

const drafted = z.object({
  notices: z.array(z.object({ noticeId: z.string(), scope: z.string(), receiver: z.string(), lines })),
});

export const noticesScreen = {
  notices: asking('readPublicNotice')
    .route({ method: 'GET', path: '/organisations/{organisation}/notices', summary: '正在公示的' })
    .input(z.object({ organisation: id }))
    .output(hanging),
  draftedNotices: asking('readRound')
    .route({ method: 'GET', path: at('/notices'), summary: '一轮中拟制的公示，如将张贴的' })
    .input(here)
    .output(drafted),
};
