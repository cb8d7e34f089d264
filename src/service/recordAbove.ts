/** An act that concerns two organisations: its fact in the register of the one above, in the same transaction. */
import { REGISTER } from '../domain/fact.ts';
import { append, type Appending } from './append.ts';
import type { World, Writing } from './ports.ts';
import { project } from './project.ts';

/** The own books are locked already: always from below to above, so that no two acts wait for each other. */
export async function recordAbove(
  tx: Writing,
  world: World,
  { organisationId, actor, at, facts }: Omit<Appending, 'heads'>,
): Promise<void> {
  const locked = await tx.lockHeads(organisationId, [REGISTER]);
  const heads = new Map(locked.map((head) => [head.book, head]));
  await append(tx, world, { organisationId, actor, at, heads, facts });
  await project(tx, organisationId, facts);
}
