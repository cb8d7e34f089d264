/** A plan not yet proposed: one working paper for each member and year. */

export const planPaper = (year: number, personId: string) =>
  ({ kind: 'planDraft', paperId: `${year}-${personId}` }) as const;
