/** Everybody an organisation's register knows, with their rows. */
import { REGISTER } from '../domain/fact.ts';
import { type Decided, NOTHING_DECIDED } from '../domain/member/decided.ts';
import { decidedStandings } from './decidedStandings.ts';
import { foldRegister, type RegisteredPerson, STANDING_FACTS } from './fold.ts';
import type { PersonRow, Reading } from './ports.ts';

export type KnownPerson = RegisteredPerson & {
  readonly row: PersonRow;
  readonly exemptionReason: string | null;
  /** What a decision in the books has settled. */
  readonly decided: Decided;
};

export type WholeRegister = {
  /** In the order in which they were registered, which is the roster's. */
  readonly people: readonly KnownPerson[];
  /** In the register without being on the roster: whoever only holds an office. */
  readonly others: readonly PersonRow[];
};

export async function readRegister(tx: Reading, organisationId: string): Promise<WholeRegister> {
  const register = foldRegister(await tx.factsOfTypes(organisationId, REGISTER, STANDING_FACTS));
  const worded = [...register.values()].filter(({ textHash }) => textHash !== null).map(({ seq }) => seq);
  const texts = await tx.textsOf(organisationId, REGISTER, worded);
  const reasons = new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as { reason?: string }]));
  const decided = await decidedStandings(tx, organisationId);
  const rows = await tx.persons(organisationId, {});
  return {
    people: rows.flatMap((row): KnownPerson[] => {
      const person = register.get(row.personId);
      return person === undefined
        ? []
        : [
            {
              ...person,
              row,
              exemptionReason: reasons.get(person.seq)?.reason ?? null,
              decided: decided.get(row.personId) ?? NOTHING_DECIDED,
            },
          ];
    }),
    others: rows.filter(({ personId }) => !register.has(personId)),
  };
}
