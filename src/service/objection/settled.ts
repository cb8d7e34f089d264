/** What the books say of objections: taken in, declined, answered. Folded from the facts of their kinds alone. */
import { readFact, yearBook } from '../../domain/fact.ts';
import type { Day } from '../../domain/period.ts';
import type { Reading } from '../ports.ts';

/** `declined`, `answered`: the facts whose texts hold the words. */
export type Settled = {
  readonly answerUntil: Day | null;
  readonly declined: number | null;
  readonly answered: { readonly changed: boolean; readonly seq: number } | null;
};

export const UNSETTLED: Settled = { answerUntil: null, declined: null, answered: null };

const TYPES = ['objectionReceived', 'objectionDeclined', 'objectionAnswered'] as const;

/** By objection id; one that waits is not among them. */
export async function settledIn(
  tx: Reading,
  organisationId: string,
  year: number,
): Promise<ReadonlyMap<string, Settled>> {
  const settled = new Map<string, Settled>();
  for (const row of await tx.factsOfTypes(organisationId, yearBook(year), TYPES)) {
    const fact = readFact(row);
    if (!('objectionId' in fact)) continue;
    const before = settled.get(fact.objectionId) ?? UNSETTLED;
    if (fact.type === 'objectionReceived')
      settled.set(fact.objectionId, { ...before, answerUntil: fact.answerUntil });
    if (fact.type === 'objectionDeclined') settled.set(fact.objectionId, { ...before, declined: row.seq });
    if (fact.type === 'objectionAnswered')
      settled.set(fact.objectionId, { ...before, answered: { changed: fact.changed, seq: row.seq } });
  }
  return settled;
}

/** The reason of a refusal to take it in, or the answer; empty: neither yet. */
export async function settledWords(
  tx: Reading,
  organisationId: string,
  year: number,
  { declined, answered }: Settled,
): Promise<string> {
  const seq = answered?.seq ?? declined;
  if (seq === null) return '';
  const [text] = await tx.textsOf(organisationId, yearBook(year), [seq]);
  const { answer, reason } = JSON.parse(text?.content ?? '{}') as { answer?: string; reason?: string };
  return answer ?? reason ?? '已依规销毁';
}
