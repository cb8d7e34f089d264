/**
 * Working papers: drafts and lists not yet handed in. They are mutable, unchained, and go when the paper is handed in: the
 * command that does it names the paper in its decision's `handedIn`. Whether they may be seen or saved is asked by the route.
 */
import { canonical } from '../domain/ledger/canonical.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { World, WorkingPaperRow } from './ports.ts';

export type PaperName = Pick<WorkingPaperRow, 'organisationId' | 'kind' | 'paperId'>;
export type Paper<Content> = {
  readonly version: number;
  readonly content: Content;
  readonly savedAt: string;
  readonly savedBy: string;
};

/**
 * `expected`: the version the writer has seen, 0 for none; undefined: whatever stands there. What the same writer has just saved
 * is not refused when it is sent again: the answer was lost (RFC 9110, 13.1.1). Refuses versionConflict, with what stands there.
 */
export async function savePaper(
  { store, now }: World,
  name: PaperName,
  { content, by, expected }: { content: object; by: string; expected?: number | undefined },
): Promise<number | Refusal> {
  return store.write(async (tx) => {
    const row = await tx.workingPaper(name);
    const found = row?.version ?? 0;
    const written = canonical(content);
    const isSentAgain = row?.content === written && row.savedBy === by && expected === found - 1;
    if (isSentAgain) return found;
    if (expected !== undefined && expected !== found)
      return refuse('versionConflict', null, { expected, found, ...standingIn(row) });
    const version = found + 1;
    await tx.putWorkingPaper({ ...name, version, content: written, savedAt: now(), savedBy: by });
    return version;
  });
}

/** A whole roster would be too much to say in a refusal. */
const MOST_TOLD = 200_000;

/** What the other one saved, as text, so that nothing of either is lost. */
const standingIn = (row: WorkingPaperRow | undefined) =>
  row === undefined || row.content.length > MOST_TOLD ? {} : { content: row.content, savedAt: row.savedAt };

export async function readPaper<Content>(
  { store }: World,
  name: PaperName,
): Promise<Paper<Content> | undefined> {
  const row = await store.read((tx) => tx.workingPaper(name));
  if (row === undefined) return undefined;
  const { version, savedAt, savedBy } = row;
  return { version, savedAt, savedBy, content: JSON.parse(row.content) as Content };
}

export async function discardPaper({ store }: World, name: PaperName): Promise<void> {
  await store.write((tx) => tx.removeWorkingPaper(name));
}
