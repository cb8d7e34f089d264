/** The words members' matters were done with. */
import { yearBook } from '../../domain/fact.ts';
import type { Matter } from '../../domain/round/matter.ts';
import type { Reading } from '../ports.ts';
import type { MatterTexts } from './decidedPostings.ts';

/** The words of applications and proposals, in one query. */
export async function textsOfMatters(
  tx: Reading,
  organisationId: string,
  year: number,
  matters: readonly Matter[],
): Promise<MatterTexts> {
  const seqs = matters.flatMap(({ application, proposals }) => [
    ...(application === null ? [] : [application.seq]),
    ...proposals.map(({ seq }) => seq),
  ]);
  const texts = await tx.textsOf(organisationId, yearBook(year), seqs);
  return new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as unknown]));
}
