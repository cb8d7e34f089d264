/** What the exemptions of an organisation are told with: its offices, accounts and names. */
import type { AccessObject } from '../../domain/access/actor.ts';
import type { Holder } from '../../domain/office/office.ts';
import type { Day } from '../../domain/period.ts';
import { accessObject } from '../accessObject.ts';
import type { Reading } from '../ports.ts';

/** What the course of every matter of an organisation is told with: read once. */
export type Surroundings = {
  /** The organisation's matter, as if it concerned nobody. */
  readonly object: AccessObject;
  readonly accounts: ReadonlyMap<string, string | null>;
  readonly holderName: (holder: Holder) => string;
  readonly organisationName: (organisationId: string) => string;
};

export async function surroundingsOf(tx: Reading, organisationId: string, today: Day): Promise<Surroundings> {
  const object = await accessObject(tx, organisationId, today);
  const names = new Map<string, string>();
  for (const [where, held] of Map.groupBy(object.roll ?? [], (holder) => holder.organisationId))
    for (const { personId, name } of await tx.personsNamed(
      where,
      held.map((holder) => holder.personId),
    ))
      names.set(`${where} ${personId}`, name);
  const organisations = new Map((await tx.organisations()).map((one) => [one.organisationId, one.name]));
  return {
    object,
    accounts: new Map((await tx.personAccounts(organisationId)).map((one) => [one.personId, one.userId])),
    holderName: (holder) => names.get(`${holder.organisationId} ${holder.personId}`) ?? '',
    organisationName: (id) => organisations.get(id) ?? '',
  };
}

/** The matter of that member there. */
export function objectAbout({ object, accounts }: Surroundings, personId: string): AccessObject {
  const userId = accounts.get(personId) ?? null;
  return { ...object, about: [personId], users: userId === null ? [] : [userId] };
}
