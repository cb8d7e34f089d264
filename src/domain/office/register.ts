/** What a register's facts say of its place, its people and their offices. Facts must come in the order of seq. */
import { ImpossibleFact } from '../ledger/impossible.ts';
import type { Fact } from '../fact.ts';
import type { Day } from '../period.ts';
import { addDays } from '../calendar/dayCount.ts';
import type { Chained } from '../ledger/envelope.ts';
import type { Office } from './office.ts';

/** `seq` is the fact that gave it, `endedSeq` the one that ended it: to them belong the texts of basis and reason. */
export type RegisteredOffice = Office & {
  readonly seq: number;
  readonly endedSeq: number | null;
  /** Who gave it, as the fact names its actor. */
  readonly givenBy: string;
  /** The latest absence: first and last day away; both null when there was none, or it was taken back before it began. */
  readonly awayFrom: Day | null;
  readonly awayUntil: Day | null;
};

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
  'officeAbsenceRecorded',
  'officeAbsenceEnded',
] as const satisfies readonly Fact['type'][];

export function take(
  register: OfficeRegister,
  organisationId: string,
  fact: Fact,
  { seq, actor }: Pick<Chained, 'seq' | 'actor'>,
): void {
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
      const never = { endedOn: null, endedSeq: null, awayFrom: null, awayUntil: null };
      register.offices.set(given.officeId, { ...given, organisationId, seq, givenBy: actor, ...never });
      break;
    }
    case 'officeEnded':
      change(register, fact.officeId, seq, () => ({ endedOn: fact.on, endedSeq: seq }));
      break;
    case 'officeAbsenceRecorded':
      change(register, fact.officeId, seq, () => ({ awayFrom: fact.from, awayUntil: fact.until }));
      break;
    case 'officeAbsenceEnded':
      change(register, fact.officeId, seq, ({ awayFrom }) =>
        awayFrom === null || fact.on <= awayFrom
          ? { awayFrom: null, awayUntil: null }
          : { awayUntil: addDays(fact.on, -1) },
      );
      break;
    default:
  }
}

function change(
  { offices }: OfficeRegister,
  officeId: string,
  seq: number,
  to: (office: RegisteredOffice) => Partial<RegisteredOffice>,
): void {
  const office = offices.get(officeId);
  if (office === undefined) throw new ImpossibleFact(seq, `is about the unknown office ${officeId}`);
  offices.set(officeId, { ...office, ...to(office) });
}
