// One row of the matrix: what is refused first, for nothing may have changed by it; then what may be done, undone again.
import type { Heard } from '../person.ts';
import type { Bureau, Row } from './bureau.ts';
import { idPlaces } from './bodies.ts';
import { type Column, inputsAbout, PEOPLE } from './columns.ts';
import type { Oracle } from './matter.ts';
import { type Input, isReading, type Route, send } from './routes.ts';

export type Cell = {
  readonly route: Route;
  readonly column: string;
  /** Which of the shapes the route takes. */
  readonly shape: number;
  readonly input: Input;
  readonly allowed: boolean;
};
/** What went otherwise than it must, where, and what was heard. */
export type Wrong = {
  readonly row: string;
  readonly route: string;
  readonly column: string;
  readonly fault: string;
  readonly heard: string;
};
export type Answered = Cell & { readonly heard: Heard };

/** Foreign ids are answered exactly like ids that are not there. */
const ALIKE: Readonly<Record<string, string>> = { 外支部: '没有', 外支部的人: '没有的人' };
/** Where every shape a route takes is asked; elsewhere the first will do, for a shape says nothing of whose matter it is. */
const SHAPED = ['本支部', '本人'];

const OTHER_PEOPLE = ['外支部的人', '没有的人'];

/** Whether a column says anything new of that route. Accounts are the machine's: no branch has its own. */
function isDistinct({ schema, schema: { properties = {} } }: Route, column: string): boolean {
  const has = (...fields: string[]) => fields.some((field) => field in properties);
  const hasPeople = idPlaces(schema).some((path) =>
    PEOPLE.test(path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? ''),
  );
  switch (column) {
    case '本支部':
      return true;
    case '上级':
    case '外支部':
      return has('organisation');
    case '没有':
      return has('organisation', 'userId');
    case '本人':
      return hasPeople || has('userId');
    default:
      return hasPeople;
  }
}

export async function cellsOf(
  oracle: Oracle,
  row: Row,
  columns: readonly Column[],
  routes: readonly Route[],
): Promise<Cell[]> {
  const isAllowed = await oracle(row);
  const cells: Cell[] = [];
  for (const route of routes) {
    let mayAtAll = false;
    for (const column of columns.filter(({ name }) => isDistinct(route, name))) {
      // whoever may do nothing here is stopped before any person is looked for
      if (OTHER_PEOPLE.includes(column.name) && !mayAtAll) continue;
      for (const [shape, input] of inputsAbout(route, column.named, column.known).entries()) {
        if (shape > 0 && !SHAPED.includes(column.name)) break;
        const allowed = await isAllowed(route, input);
        mayAtAll ||= allowed;
        cells.push({ route, column: column.name, shape, input, allowed });
      }
    }
  }
  return cells;
}

/** What went otherwise than it must; the cells with their answers. */
export async function asked(bureau: Bureau, row: Row, cells: readonly Cell[]) {
  const wrong: Wrong[] = [];
  const answers: Answered[] = [];
  const ask = async (cell: Cell) => {
    const heard = await send(row.person, cell.route, cell.input, row.token);
    answers.push({ ...cell, heard });
    if (cell.route.meta.ability === 'signedIn' && !isReading(cell.route))
      row.token = await row.person.token();
    const fault = cell.allowed ? allowedFault(heard) : refusedFault(heard);
    if (fault !== null) wrong.push({ ...place(row, cell), fault, heard: words(heard) });
  };
  await row.ready();
  bureau.rehearsing.on = false;
  // looks of answers allowed before are written by now; one noted for a refusal would show
  const { looks } = bureau.serving.services;
  await looks.flush();
  const before = await bureau.behind.state();
  for (const cell of cells) if (!cell.allowed) await ask(cell);
  await looks.flush();
  if ((await bureau.behind.state()) !== before)
    wrong.push({ row: row.name, route: '', column: '', fault: '被拒绝以后，库里的内容变了', heard: '' });
  bureau.rehearsing.on = true;
  for (const cell of cells) if (cell.allowed) await ask(cell);
  bureau.rehearsing.on = false;
  return { answers, wrong: [...wrong, ...unlike(row, answers)] };
}

const place = (row: Row, { route, column, shape }: Cell) => ({
  row: row.name,
  route: `${route.name} ${shape}`,
  column,
});
const words = ({ status, text }: Heard) => `${status} ${text.slice(0, 300)}`;

const allowedFault = ({ status }: Heard) =>
  status === 401 || status === 403 || status >= 500 ? '应当可以' : null;

function refusedFault({ status, text }: Heard): string | null {
  if (status !== 403) return '应当 403';
  const { code } = JSON.parse(text) as { code: string };
  return code === 'notAllowed' || code === 'ownMatter' ? null : '拒绝的原因应当是权限';
}

function unlike(row: Row, answers: readonly Answered[]): Wrong[] {
  return answers.flatMap((one) => {
    // whoever may see the other branch is told of it, not of nothing
    if (ALIKE[one.column] === undefined || (one.column === '外支部' && one.allowed)) return [];
    const like = answers.find(
      ({ route, column, shape }) =>
        route === one.route && shape === one.shape && column === ALIKE[one.column],
    );
    const isSame = like?.heard.status === one.heard.status && like.heard.text === one.heard.text;
    if (isSame) return [];
    const heard = `${words(one.heard)} ／ ${like === undefined ? '' : words(like.heard)}`;
    return [{ ...place(row, one), fault: '与没有的答复不同', heard }];
  });
}
