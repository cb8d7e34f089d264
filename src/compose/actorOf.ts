/** Who a signed-in account acts as: its offices as the registers have them, or the first two administrators. */
import type { PersonActor } from '../domain/access.ts';
import { isAdministrator, MACHINE, type OfficeKind } from '../domain/office/office.ts';
import type { People } from '../server/services.ts';

type Person = { readonly userId: string; readonly name: string };

export async function actorOf(people: People, { userId, name }: Person): Promise<PersonActor> {
  const founding = (await people.foundingOf(userId)) as OfficeKind | null;
  const offices =
    founding !== null && isAdministrator(founding)
      ? [
          {
            officeId: `founding:${userId}`,
            organisationId: MACHINE,
            office: founding,
            personId: userId,
            scope: null,
            deputyOf: null,
          },
        ]
      : [];
  return { kind: 'person', userId, name, offices, selves: [] };
}
