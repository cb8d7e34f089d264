/** Who hands over to whom: the scorekeeper now in office, or about to be, and the one before. */
import { handoverStream, readFact, REGISTER } from '../domain/fact.ts';
import type { OfficeRegister, RegisteredOffice } from '../domain/office/register.ts';
import type { Day } from '../domain/period.ts';
import type { Reading } from './ports.ts';

export type Handover = {
  readonly next: RegisteredOffice;
  readonly former: RegisteredOffice | null;
  /** Person ids of those who have confirmed on the page. */
  readonly confirmed: readonly string[];
  /** Null while it is not done. */
  readonly done: { readonly on: Day; readonly onPaper: boolean } | null;
};

/** Of the latest scorekeeper's office, or of that one; undefined when nobody was ever given it. */
export async function handoverOf(
  tx: Reading,
  organisationId: string,
  { offices }: OfficeRegister,
  officeId?: string,
): Promise<Handover | undefined> {
  const keepers = [...offices.values()].filter(
    (one) => one.office === 'scorekeeper' && one.deputyOf === null,
  );
  const at =
    officeId === undefined ? keepers.length - 1 : keepers.findIndex((one) => one.officeId === officeId);
  const next = keepers[at];
  if (next === undefined) return undefined;
  const confirmed: string[] = [];
  let done: Handover['done'] = null;
  for (const row of await tx.factsOf(organisationId, REGISTER, [handoverStream(next.officeId)])) {
    const fact = readFact(row);
    if (fact.type === 'handoverConfirmed') confirmed.push(fact.personId);
    if (fact.type === 'scorekeeperHandedOver') done = { on: fact.on, onPaper: fact.onPaper };
  }
  return { next, former: keepers[at - 1] ?? null, confirmed, done };
}

/** The two whose matter it is. */
export const partiesOf = ({ next, former }: Handover): string[] => [
  ...new Set([next.personId, ...(former === null ? [] : [former.personId])]),
];
