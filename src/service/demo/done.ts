/** How the demonstration acts: as somebody, and never refused. */
import type { Actor } from '../../domain/access/actor.ts';
import type { Day } from '../../domain/period.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type Command, perform } from '../perform.ts';
import type { World } from '../ports.ts';

/** By name: whoever is signed in as one of the cast, with the offices of that day, by default today. */
export type ActingAs = (name: string, on?: Day) => Promise<Actor>;

/** The outcome of what must be allowed: a refusal here is a fault of the demonstration, and throws. */
export async function done(world: World, actor: Actor, command: Command): Promise<Record<string, unknown>> {
  const answer = await perform(world, actor, command, { key: world.newId() });
  if (isRefusal(answer))
    throw new Error(`${command.type} was refused: ${answer.code} ${JSON.stringify(answer.params)}`);
  return JSON.parse(answer.text) as Record<string, unknown>;
}
