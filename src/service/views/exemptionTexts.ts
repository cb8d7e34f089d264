/** What is sealed beside the facts of exemptions. Only for those who may read why. */
import { EXEMPTION_CATEGORIES } from '../../domain/exemption/category.ts';
import type { ExemptionMatter } from '../../domain/exemption/matter.ts';
import { REGISTER } from '../../domain/fact.ts';
import type { ApplicationWords } from '../exemptionCommands.ts';
import type { Reading } from '../ports.ts';

type Words = ReadonlyMap<number, unknown>;

/** By the fact they belong to. */
export async function wordsOf(
  tx: Reading,
  organisation: string,
  matters: readonly ExemptionMatter[],
): Promise<Words> {
  const seqs = matters.flatMap(({ application, opinion, decision, withdrawal, ending }) =>
    [application, opinion, decision, withdrawal, ending].flatMap((done) => (done === null ? [] : [done.seq])),
  );
  const texts = await tx.textsOf(organisation, REGISTER, seqs);
  return new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as unknown]));
}

export function wordsOfMatter(matter: ExemptionMatter, words: Words) {
  const at = <T>(done: { readonly seq: number } | null) =>
    done === null ? undefined : (words.get(done.seq) as T | undefined);
  const application = at<ApplicationWords>(matter.application) ?? null;
  return {
    application,
    category: application === null ? '' : EXEMPTION_CATEGORIES[application.category],
    opinion: at<{ words: string }>(matter.opinion)?.words ?? null,
    decision: at<{ words: string }>(matter.decision)?.words ?? null,
    ending: at<{ reason: string }>(matter.ending ?? matter.withdrawal)?.reason ?? null,
  };
}
