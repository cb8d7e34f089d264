// What there is to be asked about: each tree's own officers do whatever the contract lets them, with marked texts, as far as
// the commands' own rules let a made-up request through. Ids of what came of it are found in the facts and drafts.
import { REGISTER } from '../../../src/domain/fact.ts';
import type { Reading } from '../../../src/service/ports.ts';
import type { Bureau, Tree } from './bureau.ts';
import { inputsAbout, kindOf, namedIn } from './columns.ts';
import type { Oracle } from './matter.ts';
import { isReading, type Route, ROUTES, send } from './routes.ts';
import { walk } from './walk.ts';

/** Acts that would take somebody's row out of the matrix, or end what the others are about. */
const LEFT_OUT =
  /^(place|link|unlink|suspend|resume|endOffice|endSessions|resetAtDesk|createAccount|open|undo)/;

/** Ids by what they are of: the latest of each kind. */
export type Known = ReadonlyMap<string, string>;

/** Begins the texts of that tree. */
export const markOf = (bureau: Bureau, tree: Tree) => (tree === bureau.own ? '暗记甲' : '暗记乙');

export async function seeded(
  bureau: Bureau,
  oracle: Oracle,
): Promise<{ own: Known; other: Known; done: string[] }> {
  const done = new Set<string>();
  const known = new Map<Tree, Known>();
  for (const tree of [bureau.own, bureau.other]) {
    // the second time there are ids of what the first has made
    for (const _time of [1, 2]) {
      known.set(tree, await idsOf(bureau, tree));
      for (const route of ROUTES.filter(
        (one) => !isReading(one) && 'organisation' in (one.schema.properties ?? {}),
      ))
        if (
          !LEFT_OUT.test(route.name) &&
          (await seed(bureau, oracle, tree, known.get(tree) ?? new Map(), route))
        )
          done.add(route.name);
    }
    known.set(tree, await idsOf(bureau, tree));
  }
  const of = (tree: Tree) => known.get(tree) ?? new Map<string, string>();
  return { own: of(bureau.own), other: of(bureau.other), done: [...done] };
}

/** Whether any shape of it was taken, as a whole or with the least it needs. */
async function seed(
  bureau: Bureau,
  oracle: Oracle,
  tree: Tree,
  known: Known,
  route: Route,
): Promise<boolean> {
  const label = tree === bureau.own ? '本支部' : '外支部';
  let taken = false;
  for (const full of [true, false]) {
    const mark = `${markOf(bureau, tree)}·${route.name}.`;
    for (const input of inputsAbout(route, namedIn(tree), known, { full, mark }))
      for (const row of bureau.rows.filter(({ name }) => name.startsWith(label) || name.endsWith('管理员'))) {
        if (!(await (await oracle(row))(route, input))) continue;
        const { status } = await send(row.person, route, input, row.token);
        taken ||= status === 200;
        break;
      }
  }
  return taken;
}

async function idsOf({ serving: { services } }: Bureau, { branch }: Tree): Promise<Known> {
  return services.world.store.read(async (tx) => {
    const ids = new Map<string, string>();
    const books = [REGISTER, ...(await tx.books(branch)).map(({ book }) => book)];
    for (const book of new Set(books)) await walkFacts(tx, branch, book, ids);
    return ids;
  });
}

async function walkFacts(tx: Reading, organisation: string, book: string, ids: Map<string, string>) {
  for (const { body } of await tx.facts(organisation, book, 0, 10_000))
    walk(JSON.parse(body) as unknown, (key, value) => {
      if (key.endsWith('Id')) ids.set(kindOf(key), value);
    });
}
