/** The command that takes a transcript in, and what the books know of it: an earlier one, and what the other branch holds. */
import { memberStream, readFact, REGISTER } from '../domain/fact.ts';
import type { Day } from '../domain/period.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { Transcript, TranscriptFile } from '../domain/year/transcript.ts';
import type { PersonRow, Reading } from './ports.ts';
import { type RegisteredMember, registeredMember } from './registeredMember.ts';

export type ReceiveTranscript = {
  readonly type: 'receiveTranscript';
  readonly organisationId: string;
  readonly file: TranscriptFile;
  /** Number and group here; of a corrected transcript they stay as they are. */
  readonly number: string;
  readonly group: string | null;
  readonly joinedOn: Day;
  readonly basis: string;
};

export type Receiving = {
  /** Whoever came by an earlier transcript of the same branch. */
  readonly earlier: { readonly member: RegisteredMember; readonly issue: number } | null;
  readonly entered: PersonRow | undefined;
  /** The hash by which the other branch's register holds it; null when those books are not here, undefined when they lack it. */
  readonly issuedHash: string | null | undefined;
  readonly policy: Policy | null;
};

export async function earlierOf(
  tx: Reading,
  organisationId: string,
  from: Transcript['from'],
): Promise<Receiving['earlier'] | Refusal> {
  let found: { personId: string; issue: number } | undefined;
  for (const row of await tx.factsOfTypes(organisationId, REGISTER, ['transcriptReceived'])) {
    const fact = readFact(row);
    if (fact.type !== 'transcriptReceived') continue;
    if (fact.fromOrganisation === from.organisationId && fact.fromPerson === from.personId) found = fact;
  }
  if (found === undefined) return null;
  const member = await registeredMember(tx, organisationId, found.personId);
  return isRefusal(member) ? member : { member, issue: found.issue };
}

export async function issuedHash(
  tx: Reading,
  { from, transcriptId }: Transcript,
): Promise<string | null | undefined> {
  if ((await tx.organisation(from.organisationId)) === undefined) return null;
  const facts = await tx.factsOf(from.organisationId, REGISTER, [memberStream(from.personId)]);
  for (const row of facts) {
    const fact = readFact(row);
    if (fact.type === 'transcriptIssued' && fact.transcriptId === transcriptId) return fact.textHash;
  }
  return undefined;
}
