/** Removes files nobody names any more: an upload that was killed before its row, or one that was taken back. */
import type { World } from '../ports.ts';
import type { EvidenceFiles } from '../ports/evidence.ts';

/** An upload on its way is never that old. */
const HOUR = 3_600_000;

/** `now`: a UTC instant. Gives how many files went. */
export async function sweepEvidence(
  { store }: Pick<World, 'store'>,
  files: EvidenceFiles,
  now: string,
): Promise<number> {
  let removed = 0;
  for await (const ids of files.olderThan(Date.parse(now) - HOUR)) {
    if (ids.length === 0) continue;
    const held = await store.read((tx) => tx.evidenceHeld(ids));
    for (const id of ids.filter((one) => !held.has(one))) {
      files.remove(id);
      removed += 1;
    }
  }
  return removed;
}
