/** What the pages are told of whoever is asking: name, offices, own years, and what may be done somewhere. */
import type { Session } from '../contract/session.ts';
import type { PersonActor } from '../domain/access/actor.ts';
import { abilitiesOf } from '../domain/access.ts';
import { MACHINE, OFFICES } from '../domain/office/office.ts';
import { accessObjects } from '../service/accessObject.ts';
import { bookedYears } from '../service/bookedYear.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import type { Asking } from './asking.ts';
import { isToAcknowledge } from './notice.ts';
import type { Services } from './services.ts';

type Who = Pick<Session, 'who' | 'may'>;

const NOWHERE = { offices: [], own: [], example: false };

export async function whoIs(services: Services, asking: Asking): Promise<Who> {
  const { actor, seen, isSetUp } = asking;
  if (!isSetUp) return { who: null, may: abilitiesOf(actor, { organisation: MACHINE }) };
  if (seen === null) return { who: null, may: [] };
  const { name, username, pending } = seen;
  if (actor.kind !== 'person')
    return { who: { name, username, pending: [...pending], notice: false, ...NOWHERE }, may: [] };
  const places = await placesOf(services, actor);
  const held = [...new Set([MACHINE, ...actor.offices.map(({ organisationId }) => organisationId)])];
  const today = dayInShanghai(services.world.now());
  const may = await services.world.store.read(async (tx) => {
    const objects = await accessObjects(tx, held, today);
    return new Set(held.flatMap((id) => abilitiesOf(actor, objects.get(id) ?? { organisation: id })));
  });
  const notice = await isToAcknowledge(services, asking);
  return { who: { name, username, pending: [], notice, ...places }, may: [...may] };
}

function placesOf({ world }: Services, { offices, selves }: PersonActor) {
  return world.store.read(async (tx) => {
    const places = [...offices, ...selves].map(({ organisationId }) => organisationId);
    const named = await tx.organisationsNamed([...new Set(places)]);
    const names = new Map(named.map((one) => [one.organisationId, one.name]));
    const headed = (id: string) => ({ id, name: names.get(id) ?? '' });
    const own = [];
    for (const { organisationId, personId } of selves) {
      if (!offices.some((one) => one.organisationId === organisationId && one.office === 'member')) continue;
      own.push({
        organisation: headed(organisationId),
        member: personId,
        years: (await bookedYears(tx, organisationId)).toSorted((a, b) => b - a),
      });
    }
    return {
      own,
      example: named.some((one) => one.example === 1),
      offices: offices.map(({ organisationId, office, scope }) => ({
        organisation: headed(organisationId),
        office: { id: office, name: OFFICES[office] },
        scope,
      })),
    };
  });
}
