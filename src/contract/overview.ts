/** 概况: figures of a branch, or of every branch below, without a name. */
import { z } from 'zod';
import { asking, heading } from './wire.ts';

const heads = {
  full: z.int(),
  probationary: z.int(),
  applicants: z.int(),
  exempt: z.int(),
  counted: z.int(),
};

const branchFigures = z.object({
  organisation: heading,
  ...heads,
  yearOpen: z.boolean(),
  rulesAdopted: z.boolean(),
  plans: z.int(),
  vacant: z.array(z.string()),
});
export type BranchFigures = z.infer<typeof branchFigures>;

const overview = z.object({
  year: z.int(),
  branches: z.array(branchFigures),
  sum: z.object({
    ...heads,
    branches: z.int(),
    yearsOpen: z.int(),
    rulesAdopted: z.int(),
    plans: z.int(),
    vacant: z.int(),
  }),
});
export type Overview = z.infer<typeof overview>;

export const overviewScreen = {
  overview: asking('readOverview')
    .route({ method: 'GET', path: '/organisations/{organisation}/overview', summary: '概况' })
    .input(z.object({ organisation: z.string().min(1).max(100) }))
    .output(overview),
};
