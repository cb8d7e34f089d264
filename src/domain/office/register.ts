/** What a register's facts say of its place, its people and their offices. Facts must come in the order of seq. */
import { ImpossibleFact } from '../ledger/impossible.ts';
import type { Fact } from '../fact.ts';
import type { Office } from './office.ts';

/** `seq` is the fact that gave it, `endedSeq` the one that ended it: to them belong the texts of basis and reason. */
export type RegisteredOffice = Office & { readonly seq: number; readonly endedSeq: number | null };

export type OfficeRegister = {
  /** The organisation above; undefined before it was ever placed. */
  parentId: string | null | undefined;
  /** Linked account by person id; null when the link was undone. */
  readonly accounts: Map<string, string | null>;
  readonly offices: Map<string, RegisteredOffice>;
};

export const emptyRegister = (): OfficeRegister => ({
  parentId: undefined,
  accounts: new Map(),
  offices: new Map(),
});

/** The types of fact that count here. */
export const OFFICE_FACTS = [
  'organisationPlaced',
  'accountLinked',
  'accountUnlinked',
  'officeGiven',
  'officeEnded',
] as const satisfies readonly Fact['type'][];

export function take(register: OfficeRegister, organisationId: string, fact: Fact, seq: number): void {
  switch (fact.type) {
    case 'organisationPlaced':
      register.parentId = fact.parentId;
      break;
    case 'accountLinked':
      register.accounts.set(fact.personId, fact.userId);
      break;
    case 'accountUnlinked':
      register.accounts.set(fact.personId, null);
      break;
    case 'officeGiven': {
      const { type: _type, v: _v, textHash: _textHash, ...given } = fact;
      register.offices.set(given.officeId, { ...given, organisationId, endedOn: null, seq, endedSeq: null });
      break;
    }
    case 'officeEnded': {
      const office = register.offices.get(fact.officeId);
      if (office === undefined) throw new ImpossibleFact(seq, `ends the unknown office ${fact.officeId}`);
      register.offices.set(fact.officeId, { ...office, endedOn: fact.on, endedSeq: seq });
      break;
    }
    default:
  }
}
