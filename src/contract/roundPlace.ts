/** What the routes of a round share: its address, and the words they are asked with. */
import { z } from 'zod';
import { pointsText, yearPath } from './wire.ts';

export const id = z.string().min(1).max(100);
export const words = z.string().trim().max(2000);
export const done = z.enum(['done', 'partly', 'notDone']);
export const quality = z.enum(['excellent', 'good', 'fair', 'poor']);
export const votes = z.object({ for: z.int().min(0), against: z.int().min(0), abstained: z.int().min(0) });
/** The largest branch there is, and room beside it. */
export const MOST_PEOPLE = 2_999;
export const people = z.array(id).min(1).max(MOST_PEOPLE);
export const taskPoints = z.array(z.object({ taskId: id, points: pointsText })).max(60);

export const here = yearPath.extend({ period: z.coerce.number().int().min(1).max(12) });
export const about = here.extend({ member: id });
export const at = <P extends string>(path: P) =>
  `/books/{organisation}/years/{year}/rounds/{period}${path}` as const;
export const post = (path: `/${string}`, summary: string) => ({ method: 'POST', path, summary }) as const;
/** A registered entry that is to be put right (G31): the amount beside it is then what it should say. */
export const corrects = z.object({ was: pointsText, withdrawn: z.boolean(), lowers: z.boolean() }).nullable();
export const nothing = z.object({});
