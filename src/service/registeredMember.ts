/** One member as the register has them, with what the next fact about them must know or repeat. */
import { readFact, memberStream, REGISTER } from '../domain/fact.ts';
import type { Chained } from '../domain/ledger/envelope.ts';
import type { Probation } from '../domain/member/decisions.ts';
import type { Day } from '../domain/period.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { foldRegister, type RegisteredPerson } from './fold.ts';
import { personOf } from './personOf.ts';
import type { PersonRow, Reading } from './ports.ts';

export type RegisteredMember = RegisteredPerson & {
  readonly row: PersonRow;
  /** Of the exemption the register holds now; it belongs to the latest standing and is written again with the next. */
  readonly exemptionReason: string | null;
  readonly probation: Probation;
  /** Everything the register says of them, in order of seq. */
  readonly facts: readonly Chained[];
};

/** Refuses whoever is no member of the register, or another's (personUnknown). */
export async function registeredMember(
  tx: Reading,
  organisationId: string,
  personId: string,
): Promise<RegisteredMember | Refusal> {
  const facts = await tx.factsOf(organisationId, REGISTER, [memberStream(personId)]);
  const known = foldRegister(facts).get(personId);
  const row = await tx.person(organisationId, personId);
  if (known === undefined || row === undefined) return refuse('personUnknown', null, { personId });
  const [text] = known.textHash === null ? [] : await tx.textsOf(organisationId, REGISTER, [known.seq]);
  const { reason = null } =
    text === undefined ? {} : (JSON.parse(text.content) as { reason?: string | null });
  const probation = { admittedOn: personOf(row).admittedOn, extendedUntil: extendedUntil(facts) };
  return { ...known, row, exemptionReason: reason, probation, facts };
}

function extendedUntil(facts: readonly Chained[]): Day | null {
  let until: Day | null = null;
  for (const row of facts) {
    const fact = readFact(row);
    if (fact.type === 'standingDecided' && fact.decision.kind === 'probationExtended')
      until = fact.decision.until;
    if (fact.type === 'transcriptReceived') until = fact.extendedUntil;
  }
  return until;
}
