/** Working papers nobody has touched for long go by themselves: an uploaded roster soon, since it names people; drafts after a year and more. */
import type { Store } from './ports.ts';
import { MAPPING_PAPER, ROSTER_PAPER } from './rosterPaper.ts';

const DAY = 86_400_000;
const UPLOAD_DAYS = 30;
const DRAFT_DAYS = 400;

export async function removeOldPapers({ store, now }: { readonly store: Store; readonly now: () => string }) {
  const before = (days: number) => new Date(Date.parse(now()) - days * DAY).toISOString();
  await store.write(async (tx) => {
    await tx.removePapers({ kinds: [ROSTER_PAPER.kind] }, before(UPLOAD_DAYS));
    await tx.removePapers({ notKinds: [MAPPING_PAPER.kind] }, before(DRAFT_DAYS));
  });
}
