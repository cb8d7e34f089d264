/** The rules an organisation has adopted, from its register. */
import { readFact, REGISTER } from '../domain/fact.ts';
import type { MeetingRecord } from '../domain/policy/adoption.ts';
import type { RulesBase } from '../domain/policy/facts.ts';
import type { Reading } from './ports.ts';

/** The text of an adoption. `content` is the canonical JSON text of the whole Policy. */
export type AdoptionText = {
  readonly meeting: MeetingRecord;
  readonly acknowledged: readonly string[];
  readonly content: string;
};

export type AdoptedRules = {
  readonly rulesId: string;
  readonly version: string;
  readonly year: number;
  readonly basedOn: RulesBase;
  readonly contentHash: string;
  readonly seq: number;
  /** When it was recorded, a UTC instant. */
  readonly at: string;
};

/** In the order of adoption. */
export async function adoptedRules(tx: Reading, organisationId: string): Promise<AdoptedRules[]> {
  const facts = await tx.factsOfTypes(organisationId, REGISTER, ['rulesAdopted']);
  return facts.flatMap((row): AdoptedRules[] => {
    const fact = readFact(row);
    if (fact.type !== 'rulesAdopted') return [];
    const { rulesId, version, year, basedOn, contentHash } = fact;
    return [{ rulesId, version, year, basedOn, contentHash, seq: row.seq, at: row.at }];
  });
}

/** Undefined when it was lawfully destroyed. */
export async function adoptionText(
  tx: Reading,
  organisationId: string,
  { seq }: Pick<AdoptedRules, 'seq'>,
): Promise<AdoptionText | undefined> {
  const [text] = await tx.textsOf(organisationId, REGISTER, [seq]);
  return text === undefined ? undefined : (JSON.parse(text.content) as AdoptionText);
}

/** Of a year that opens now: the latest year's, and of one year the one adopted last. */
export function inForce<Rules extends Pick<AdoptedRules, 'year' | 'seq'>>(
  adopted: readonly Rules[],
  year: number,
): Rules | undefined {
  return adopted
    .filter((one) => one.year <= year)
    .toSorted((a, b) => a.year - b.year || a.seq - b.seq)
    .at(-1);
}
