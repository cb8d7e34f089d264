/** An application not yet handed in: one working paper for each member and round, gone once it is handed in. */
import type { PaperName } from '../workingPaper.ts';
import type { Here } from './roundState.ts';

export const applicationPaper = ({ organisationId, year, period }: Here, personId: string): PaperName => ({
  organisationId,
  kind: `application-${year}-${period}`,
  paperId: personId,
});
