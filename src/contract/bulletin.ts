/** 季度通报: what was issued, and what the leading group is writing. */
import { z } from 'zod';
import { at, here, post, words } from './roundPlace.ts';
import { asking, askingInCommand, dayText, pointsText } from './wire.ts';

const sections = z.array(z.object({ heading: words, text: z.string().trim().max(5000) })).max(12);

const segment = z.object({ from: pointsText.nullable(), to: pointsText.nullable(), count: z.int() });

const figures = z.object({
  people: z.int(),
  registered: z.int(),
  pending: z.int(),
  full: z.int(),
  probationary: z.int(),
  applicants: z.int(),
  /** Null: too few for a figure that is nobody's own. */
  mean: pointsText.nullable(),
  median: pointsText.nullable(),
  bands: z.array(segment),
  spread: z.array(segment),
  objections: z.object({ received: z.int(), changed: z.int(), kept: z.int(), open: z.int() }),
  late: z.object({ applications: z.int(), unsigned: z.int(), submissions: z.int() }),
});
export type Figures = z.infer<typeof figures>;
export type Segment = z.infer<typeof segment>;

const bulletin = z.object({
  label: z.string(),
  issued: z.array(z.object({ bulletinId: z.string(), on: dayText, figures, sections })),
  /** Null: the reader does not write it. */
  writing: z
    .object({
      figures,
      mayIssue: z.boolean(),
      draft: z.object({ version: z.int(), sections }).nullable(),
    })
    .nullable(),
});
export type Bulletin = z.infer<typeof bulletin>;
export type Sections = z.infer<typeof sections>;

export const bulletinScreen = {
  bulletin: asking('readBulletin')
    .route({ method: 'GET', path: at('/bulletin'), summary: '季度通报' })
    .input(here)
    .output(bulletin),
  /** `expected`: the draft the writer has seen, 0 for none. */
  saveBulletinDraft: asking('issueBulletin')
    .route({ method: 'PUT', path: at('/bulletin'), summary: '保存季度通报草稿' })
    .input(here.extend({ expected: z.int().min(0), sections }))
    .output(z.object({ version: z.int() })),
  issueBulletin: askingInCommand('issueBulletin')
    .route(post(at('/bulletins'), '发出季度通报'))
    .input(here.extend({ sections }))
    .output(z.object({ bulletinId: z.string() })),
};
