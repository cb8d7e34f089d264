// What must come out: the access table asked of what the address and the body name, apart from the server's own way to it.
import { type Ability, can } from '../../../src/domain/access.ts';
import type { AccessObject } from '../../../src/domain/access/actor.ts';
import { MACHINE, OFFICE_KINDS } from '../../../src/domain/office/office.ts';
import { accessObject, type Matter } from '../../../src/service/accessObject.ts';
import { dayInShanghai } from '../../../src/service/dayInShanghai.ts';
import type { Reading } from '../../../src/service/ports.ts';
import type { Bureau, Row } from './bureau.ts';
import { PEOPLE } from './columns.ts';
import type { Input, Route } from './routes.ts';
import { walk } from './walk.ts';

/** Where whose matter it is stands in the books and not in the request. */
const FOUND: Readonly<Record<string, (tx: Reading, input: Input) => Promise<Matter & { place?: string }>>> = {
  endOffice: async (tx, { organisation, officeId }) => {
    const office = (await tx.offices(String(organisation))).find((one) => one.officeId === officeId);
    return office === undefined ? {} : { about: [office.personId], office: office.office };
  },
  // who sat at a meeting, or stands on a list, is not whose matter it is
  holdMeeting: async () => ({ about: [] }),
  openFiles: async (tx, { organisation }) => {
    const known = (await tx.organisations()).find(({ name }) => name === organisation);
    return { place: known?.organisationId ?? MACHINE };
  },
};

/** The organisation right above decides, and none further up. */
const nearest = ({ above = [], ...object }: AccessObject): AccessObject => ({
  ...object,
  above: above.slice(0, 1),
});

/** Abilities had by fewer than the table's rule alone would say, because of what they are asked of. */
const NARROWED: Readonly<Record<string, (object: AccessObject) => AccessObject>> = {
  decideExemption: nearest,
  endExemption: nearest,
};

const texts = (...values: unknown[]) => values.filter((value) => typeof value === 'string');

/** As the request names it: people by `member` or `person` wherever that stands, accounts by `userId` or `account`. */
function named(input: Input): Matter & { place: string } {
  const { organisation, userId, account, office } = input;
  const about: string[] = [];
  walk(input, (field, text) => {
    if (PEOPLE.test(field)) about.push(text);
  });
  const kind = OFFICE_KINDS.find((one) => one === office);
  return {
    place: typeof organisation === 'string' ? organisation : MACHINE,
    about,
    users: texts(userId, account),
    ...(kind === undefined ? {} : { office: kind }),
  };
}

/**
 * Asks for one row of the matrix: the row's actor is looked up once and an object once, for nothing that matters to either
 * changes while the matrix is gone through.
 */
export async function openOracle({ serving: { services } }: Bureau) {
  const { world, actorOf } = services;
  const today = dayInShanghai(world.now());
  const objects = new Map<string, AccessObject>();
  const objectFor = async (name: string, input: Input): Promise<AccessObject> => {
    const found = FOUND[name];
    const more = found === undefined ? {} : await world.store.read((tx) => found(tx, input));
    const { place, ...matter } = { ...named(input), ...more };
    const key = JSON.stringify([place, matter]);
    const known =
      objects.get(key) ?? (await world.store.read((tx) => accessObject(tx, place, today, matter)));
    objects.set(key, known);
    return NARROWED[name]?.(known) ?? known;
  };
  return async ({ userId }: Row) => {
    const actor = await actorOf({ userId, name: '' });
    return async ({ name, meta }: Pick<Route, 'name' | 'meta'>, input: Input): Promise<boolean> => {
      if (meta.ability === 'signedIn') return true;
      const object = await objectFor(name, input);
      return [meta.ability as Ability, meta.or].some(
        (ability) => ability !== undefined && can(actor, ability, object) === true,
      );
    };
  };
}
export type Oracle = Awaited<ReturnType<typeof openOracle>>;
