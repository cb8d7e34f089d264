// Payloads into every text the contract lets anybody write, each field found from the route's own schema; whoever may, sends it.
import { REGISTER } from '../../src/domain/fact.ts';
import type { World } from '../../src/service/ports.ts';
import { inputsAbout, kindOf } from '../server/matrix/columns.ts';
import { isReading, type Input, type Route, ROUTES, send } from '../server/matrix/routes.ts';
import { walk } from '../server/matrix/walk.ts';
import type { Person } from '../server/person.ts';
import { openBundles } from './xssCorpus.ts';

/** Acts that would end what the pages are about, or somebody's session. */
const LEFT_OUT =
  /^(place|link|unlink|suspend|resume|end[A-Z]|resetAtDesk|createAccount|open|undo|sign|changePassword|enrol|confirmFactor|setUp|redeem|start|import|revoke|drop|discard)/;
const MOST = 480;
/** Enough of a payload to know it again where it was cut. */
const SEEN = 4;

type Place = {
  readonly world: World;
  readonly organisation: string;
  readonly name: string;
  readonly year: number;
  readonly period: number;
};

/** Places of free text and of files in what a route is sent, as `route.field`. */
function textsOf({ name }: Route, inputs: readonly Input[], mark: string): string[] {
  const places = (value: unknown, path: string): string[] => {
    if (typeof value === 'string') return value.startsWith(mark.slice(0, SEEN)) ? [path] : [];
    if (value instanceof Blob) return [path];
    if (Array.isArray(value)) return value.flatMap((one) => places(one, path));
    return Object.entries(value ?? {}).flatMap(([key, one]) => places(one, `${path}.${key}`));
  };
  return inputs.flatMap((input) => places(input, name));
}

/** Routes that took a body full of payloads, and the fields that none of them took. `members`: person ids to write about. */
export async function storeEverywhere(place: Place, people: readonly Person[], members: readonly string[]) {
  const bundles = openBundles();
  const tokens = new Map<Person, string>();
  const taken = new Set<string>();
  const left = new Set(everyText(place));
  const writing = ROUTES.filter((route) => !isReading(route) && !LEFT_OUT.test(route.name));
  for (const route of writing) {
    const known = await knownIds(place);
    for (const member of members) {
      const bundle = bundles.next(MOST);
      const input = await sent(place, route, known, { people, member, tokens, bundle });
      if (input === undefined) continue;
      taken.add(route.name);
      for (const field of textsOf(route, [input], bundle)) left.delete(field);
      break;
    }
  }
  return { taken, left, payloads: bundles.taken() };
}

/** Every field of the contract that takes free text or a file. */
const everyText = ({ organisation, name }: Place): string[] =>
  ROUTES.filter((route) => !isReading(route)).flatMap((route) => {
    const named = { organisation, organisationName: name, member: '', userId: '' };
    return textsOf(route, inputsAbout(route, named, new Map(), { full: true, mark: '暗记暗记' }), '暗记暗记');
  });

type Sending = {
  readonly people: readonly Person[];
  readonly member: string;
  readonly tokens: Map<Person, string>;
  readonly bundle: string;
};

async function sent(
  { organisation, name, year, period }: Place,
  route: Route,
  known: ReadonlyMap<string, string>,
  { people, member, tokens, bundle }: Sending,
): Promise<Input | undefined> {
  const named = { organisation, organisationName: name, member, userId: '' };
  const inputs = [true, false].flatMap((full) => inputsAbout(route, named, known, { full, mark: bundle }));
  for (const input of inputs.map((one): Input => ({ ...one, ...fitting(one, { year, period }) })))
    for (const person of people) {
      const token = tokens.get(person) ?? (await person.token());
      tokens.set(person, token);
      const { status } = await send(person, route, input, token);
      if (status === 200) return input;
      // whoever may has been refused for what it says: nobody else would be heard better
      if (status !== 403) break;
    }
  return undefined;
}

/** A draft that nobody has written yet, of the round the pages show. */
const fitting = (input: Input, round: { year: number; period: number }): Input => ({
  ...('year' in input ? { year: round.year } : {}),
  ...('period' in input ? { period: round.period } : {}),
  ...('expected' in input ? { expected: 0 } : {}),
});

async function knownIds({ world, organisation }: Place): Promise<ReadonlyMap<string, string>> {
  return world.store.read(async (tx) => {
    const ids = new Map<string, string>();
    for (const book of new Set([REGISTER, ...(await tx.books(organisation)).map((one) => one.book)]))
      for (const { body } of await tx.facts(organisation, book, 0, 10_000))
        walk(JSON.parse(body) as unknown, (key, value) => {
          if (key.endsWith('Id')) ids.set(kindOf(key), value);
        });
    return ids;
  });
}
