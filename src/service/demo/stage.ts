/** One round of the demonstration: who acts in it, on which day, in the smallest whole shape of each act. */
import type { Day } from '../../domain/period.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { standingProposals } from '../../domain/round/matter.ts';
import type { Command } from '../perform.ts';
import type { World } from '../ports.ts';
import { tasksDue } from '../round/dueTasks.ts';
import { type Here, loadRound } from '../round/roundState.ts';
import type { AtDays } from './atDays.ts';
import type { DemoBooks } from './demoBooks.ts';
import { castKey } from './demoBooks.ts';
import { CAST, type CastPlace } from './cast.ts';
import { type ActingAs, done } from './done.ts';

export type Stage = {
  readonly world: World;
  readonly here: Here;
  readonly on: (day: Day) => void;
  readonly today: () => Day;
  readonly idOf: (name: string) => string;
  readonly by: (name: string, command: Command) => Promise<Record<string, unknown>>;
  /** What the round says of that member, with the tasks that are due. */
  readonly matter: (name: string) => ReturnType<typeof matterIn>;
};

export function stageOf(
  at: AtDays,
  { organisations, people, year }: DemoBooks,
  as: ActingAs,
  { place, period }: { readonly place: CastPlace; readonly period: number },
): Stage {
  const here = { organisationId: organisations[place], year, period };
  const keys = new Map(CAST.map((one) => [`${one.place} ${one.name}`, castKey(one)]));
  const idOf = (name: string) => people.get(keys.get(`${place} ${name}`) ?? '') ?? '';
  return {
    world: at.world,
    here,
    on: at.on,
    today: at.today,
    idOf,
    by: async (name, command) => done(at.world, await as(name, at.today()), command),
    matter: (name) => matterIn(at, here, idOf(name)),
  };
}

async function matterIn({ world }: AtDays, here: Here, personId: string) {
  return world.store.read(async (tx) => {
    const state = await loadRound(tx, here);
    const matter = isRefusal(state) ? undefined : state.round.matters.get(personId);
    if (matter === undefined) throw new Error('the demonstration’s round is not about everybody');
    const due = (await tasksDue(tx, here, [personId])).get(personId) ?? [];
    return { due, matter, proposals: standingProposals(matter) };
  });
}
