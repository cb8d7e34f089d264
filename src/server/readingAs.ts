/** An organisation as whoever asks reads it: its name, and what they may do there today. */
import { abilitiesOf } from '../domain/access.ts';
import { refuse } from '../domain/refusal.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import type { Reading } from '../service/ports.ts';
import type { Asking } from './asking.ts';
import { thrown } from './problem.ts';
import type { Services } from './services.ts';

export async function readingAs(tx: Reading, { world, version }: Services, { actor }: Asking, id: string) {
  const row = await tx.organisation(id);
  if (row === undefined) throw thrown(refuse('organisationUnknown', null, { organisationId: id }));
  const today = dayInShanghai(world.now());
  const object = await accessObject(tx, id, today);
  const abilities = abilitiesOf(actor, object);
  return { heading: { id, name: row.name }, reader: { abilities, today, measure: version }, object };
}
