// A roster file on its way into the register of the tests' branch, and short ways to say what is done with it.
import type { Actor } from '../../src/domain/access/actor.ts';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import { REGISTER } from '../../src/domain/fact.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import { accessObject } from '../../src/service/accessObject.ts';
import {
  type ImportRoster,
  rosterSources,
  type RosterState,
  rosterState,
} from '../../src/service/importRoster.ts';
import type { World } from '../../src/service/ports.ts';
import { pendingRoster, ROSTER_PAPER, type RosterPaper } from '../../src/service/rosterPaper.ts';
import { savePaper } from '../../src/service/workingPaper.ts';
import { headersOf, type Mapping, proposeMapping } from '../../src/service/yearFiles/rosterMapping.ts';
import { type Line, tableOfLines } from '../service/yearFiles/branch.ts';
import { BRANCH } from './branch.ts';
import { TODAY } from './bureau.ts';

export const line = (编号: string, 姓名: string, more: Line = {}): Line => ({
  编号,
  姓名,
  类型: '正式党员',
  加入日期: '2020-01-01',
  ...more,
});

/** The file as a working paper, its columns mapped as they are proposed; its version. */
export async function waiting(
  world: World,
  lines: readonly Line[],
  more: Partial<RosterPaper> = {},
): Promise<number> {
  const table = tableOfLines('名册.xlsx', lines);
  const mapping: Mapping = proposeMapping(headersOf(table), []);
  const content = { table, mapping, confirmed: true, leaveOut: false, ...more };
  const version = await savePaper(world, { organisationId: BRANCH, ...ROSTER_PAPER }, { content, by: 'li' });
  if (isRefusal(version)) throw new Error('not saved');
  return version;
}

export const registerSeq = async (world: World): Promise<number> =>
  (await world.store.read((tx) => tx.books(BRANCH))).find(({ book }) => book === REGISTER)?.seq ?? 0;

export async function importing(world: World, paper: number): Promise<ImportRoster> {
  return { type: 'importRoster', organisationId: BRANCH, paper, seen: await registerSeq(world) };
}

export async function previewed(world: World, actor: Actor = LOCAL_OPERATOR): Promise<RosterState> {
  const state = await previewRefused(world, actor);
  if (isRefusal(state)) throw new Error(`refused: ${JSON.stringify(state)}`);
  return state;
}

export async function previewRefused(world: World, actor: Actor): Promise<RosterState | Refusal> {
  return world.store.read(async (tx) => {
    const paper = await pendingRoster(tx, BRANCH);
    if (paper === undefined) throw new Error('no roster waits');
    const object = await accessObject(tx, BRANCH, TODAY);
    return rosterState(await rosterSources(tx, BRANCH, paper), { actor, object, today: TODAY });
  });
}
