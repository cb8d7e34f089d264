/** The draft while it is worked on: kept here at once, saved a moment after the last change, never overwriting somebody else's. */
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { NamedBase } from '../../contract/rules.ts';
import { type Change, undone, withChange } from '../../domain/policy/draft/change.ts';
import type { Documents } from '../../domain/policy/draft/documents.ts';
import { api } from '../api.ts';

export type Started = {
  readonly organisation: string;
  readonly base: NamedBase;
  readonly documents: Documents;
  readonly version: number;
  readonly changes: readonly Change[];
};

export type Drafting = {
  readonly documents: Documents;
  readonly changes: readonly Change[];
  /** Of the draft as it was saved last. */
  readonly version: number;
  readonly state: 'saved' | 'saving' | 'unsaved';
  readonly error: unknown;
  readonly change: (change: Change) => void;
  readonly undo: (place: string) => void;
  readonly saveAgain: () => void;
};

const PAUSE = 700;

/** What the wire takes: the same lists, not read only. */
const onTheWire = (changes: readonly Change[]) =>
  changes as unknown as Parameters<typeof api.saveRulesDraft>[0]['changes'];

export function useDraft({ organisation, base, documents, ...started }: Started): Drafting {
  const [changes, setChanges] = useState(started.changes);
  const [saved, setSaved] = useState({ version: started.version, changes: started.changes });
  const saving = useMutation({
    mutationFn: (wanted: readonly Change[]) =>
      api.saveRulesDraft({
        organisation,
        version: saved.version,
        base: { from: base.from, id: base.id },
        changes: onTheWire(wanted),
      }),
    onSuccess: ({ version }, wanted) => setSaved({ version, changes: wanted }),
  });
  const isSaved = saved.changes === changes;
  const waits = !isSaved && !saving.isPending && !saving.isError;
  const { mutate } = saving;
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => mutate(changes), PAUSE);
    return () => clearTimeout(timer);
  }, [waits, changes, mutate]);
  useLeaving(!isSaved);
  return {
    documents,
    changes,
    version: saved.version,
    state: isSaved ? 'saved' : saving.isPending ? 'saving' : 'unsaved',
    error: saving.isError ? saving.error : null,
    change: (wanted) => setChanges((all) => withChange(documents, all, wanted)),
    undo: (place) => setChanges((all) => undone(all, place)),
    saveAgain: () => saving.mutate(changes),
  };
}

/** The browser asks before a page with something unsaved is closed. */
function useLeaving(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}
