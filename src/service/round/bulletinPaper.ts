/** The bulletin as it is being written: one working paper for each round, gone once it is issued. */
import type { PaperName } from '../workingPaper.ts';
import type { Here } from './roundState.ts';

export const bulletinPaper = ({ organisationId, year, period }: Here): PaperName => ({
  organisationId,
  kind: `bulletin-${year}-${period}`,
  paperId: 'bulletin',
});
