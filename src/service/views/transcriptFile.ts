/** A transcript as it travels: the sealed text of the fact that issued it, byte for byte the same whenever it is asked for. */
import { memberStream, REGISTER, readFact } from '../../domain/fact.ts';
import type { Transcript, TranscriptFile } from '../../domain/year/transcript.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Reading } from '../ports.ts';

/** Refuses one that this member's register does not hold, or whose text was lawfully destroyed (paperUnknown). */
export async function transcriptFile(
  tx: Reading,
  organisationId: string,
  personId: string,
  transcriptId: string,
): Promise<TranscriptFile | Refusal> {
  const facts = await tx.factsOf(organisationId, REGISTER, [memberStream(personId)]);
  const found = facts.find((row) => {
    const fact = readFact(row);
    return fact.type === 'transcriptIssued' && fact.transcriptId === transcriptId;
  });
  const register = (await tx.books(organisationId)).find(({ book }) => book === REGISTER);
  const [text] = found === undefined ? [] : await tx.textsOf(organisationId, REGISTER, [found.seq]);
  if (found === undefined || text === undefined || register === undefined)
    return refuse('paperUnknown', null);
  const { textHash: hash } = JSON.parse(found.body) as { textHash: string };
  const content = JSON.parse(text.content) as Transcript;
  return { form: 'jifen-transcript', v: 1, algorithm: register.algorithm, salt: text.salt, hash, content };
}
