// Ids of one branch in the hands of the other's offices (promise X2): wherever an id is asked for, in the path, the query or
// the body, one of somebody else's is answered like one that is not there.
import type { Heard } from '../person.ts';
import { idPlaces } from './bodies.ts';
import type { Bureau, Row } from './bureau.ts';
import type { Wrong } from './cells.ts';
import { inputsAbout, kindOf, namedIn, UNKNOWN } from './columns.ts';
import type { Oracle } from './matter.ts';
import { type Input, type Route, ROUTES, send } from './routes.ts';
import type { Known } from './seeds.ts';
import { walk } from './walk.ts';

export type Place = { readonly route: Route; readonly path: string; readonly input: Input };

/** Accounts are the machine's, of no branch; an act about one is asked of it, and not of the branch. */
const OF_THE_MACHINE = new Set(['userId', 'account']);

/** Every place of every route in which an id may stand, in a request that is otherwise of their own branch. */
export function places({ other }: Bureau, known: Known): Place[] {
  return ROUTES.flatMap((route) => {
    const inputs = inputsAbout(route, namedIn(other), known, { full: true });
    return idPlaces(route.schema).flatMap((path) => {
      const input = inputs.find((one) => valueAt(one, path) !== undefined);
      return input === undefined || OF_THE_MACHINE.has(nameOf(path)) ? [] : [{ route, path, input }];
    });
  });
}

const nameOf = (path: string) => path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';

function valueAt(input: unknown, path: string): unknown {
  let found = input;
  for (const part of path.split('.')) found = (found as Record<string, unknown> | null | undefined)?.[part];
  return found;
}

function withId(input: Input, path: string, id: string): Input {
  const [first = '', ...rest] = path.split('.');
  const value = input[first];
  if (rest.length === 0) return { ...input, [first]: id };
  const changed = withId({ ...(value as Input) }, rest.join('.'), id);
  return { ...input, [first]: Array.isArray(value) ? Object.values(changed) : changed };
}

/** Ids whoever belongs to that branch is told of: of its facts by kind, and all that its pages are made with. */
export function idsTold(known: Known, heard: readonly Heard[]): Known {
  const told = new Map(known);
  for (const { status, text } of heard)
    if (status === 200 && text.startsWith('{'))
      walk(JSON.parse(text) as unknown, (key, value) => {
        const isNew = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) && ![...told.values()].includes(value);
        if (isNew && !told.has(`told ${key}`)) told.set(`told ${key}`, value);
      });
  return told;
}

/** What went otherwise than it must, and how many questions were asked. */
export async function foreignAsked(
  bureau: Bureau,
  oracle: Oracle,
  row: Row,
  { asked, ids }: { readonly asked: readonly Place[]; readonly ids: Known },
): Promise<{ wrong: Wrong[]; count: number }> {
  const wrong: Wrong[] = [];
  const isAllowed = await oracle(row);
  let count = 0;
  await row.ready();
  bureau.rehearsing.on = true;
  for (const { route, path, input } of asked) {
    const unknown = await send(row.person, route, withId(input, path, UNKNOWN), row.token);
    const kind = kindOf(nameOf(path));
    const likely = [...ids].filter(([of]) => of === kind || of === `told ${kind}`);
    // who is refused as a whole is not asked with every kind of id
    const tried = (await isAllowed(route, input))
      ? [...ids]
      : likely.length > 0
        ? likely
        : [...ids].slice(0, 1);
    for (const [of, id] of tried) {
      const heard = await send(row.person, route, withId(input, path, id), row.token);
      count += 1;
      if (told(heard, id) === told(unknown, UNKNOWN)) continue;
      const words = `${heard.status} ${heard.text.slice(0, 200)} ／ ${unknown.status} ${unknown.text.slice(0, 200)}`;
      wrong.push({
        row: row.name,
        route: `${route.name} ${path}`,
        column: of,
        fault: '与没有的答复不同',
        heard: words,
      });
    }
  }
  bureau.rehearsing.on = false;
  return { wrong, count };
}

/** Byte for byte; but for the id that was sent, where it is quoted, and ids that an act which was taken has just made. */
function told({ status, text }: Heard, sent: string): string {
  const rest = text.replaceAll(sent, '…');
  return `${status} ${status === 200 ? rest.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…') : rest}`;
}
