/** 移交单: what one scorekeeper hands over to the next, and that both have confirmed it. */
import { z } from 'zod';
import { asking, askingInCommand, dayText, heading } from './wire.ts';

const id = z.string().min(1).max(100);
const place = z.object({ organisation: id });
const keeper = heading.extend({ from: dayText, until: dayText.nullable() });

const handover = z.object({
  officeId: z.string(),
  former: keeper.nullable(),
  next: keeper,
  matters: z.array(z.object({ kind: z.string(), count: z.int(), note: z.string() })),
  /** For whoever reads the books; empty for others. */
  evidence: z.array(z.object({ name: z.string(), entries: z.int() })),
  books: z.array(z.object({ name: z.string(), seq: z.int(), hash: z.string() })),
  confirmed: z.array(heading),
  waiting: z.array(heading),
  done: z.object({ on: dayText, onPaper: z.boolean() }).nullable(),
  mayConfirm: z.boolean(),
  mayRecordPaper: z.boolean(),
  /** The year whose papers hold the sheet; null: the reader may not have it as a file. */
  paperYear: z.int().nullable(),
});
export type HandoverSheet = z.infer<typeof handover>;

export const handoverScreen = {
  handover: asking('readOffices')
    .route({ method: 'GET', path: '/organisations/{organisation}/handover', summary: '移交单' })
    .input(place)
    .output(handover),
  confirmHandover: askingInCommand('confirmHandover')
    .route({
      method: 'POST',
      path: '/organisations/{organisation}/offices/{officeId}/handover',
      summary: '确认移交',
    })
    .input(place.extend({ officeId: id, onPaper: z.boolean(), remark: z.string().trim().max(200) }))
    .output(z.object({ done: z.boolean() })),
};
