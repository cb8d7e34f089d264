/** The draft while it is worked on: what is changed on what it is based on, kept as every draft is. */
import { useState } from 'react';
import type { NamedBase } from '../../contract/rules.ts';
import { type Change, undone, withChange } from '../../domain/policy/draft/change.ts';
import type { Documents } from '../../domain/policy/draft/documents.ts';
import { api } from '../api.ts';
import { type Keeper, type KeptDraft, useKeptDraft } from '../draft/useKeptDraft.ts';

type Changes = readonly Change[];

export type Started = {
  readonly organisation: string;
  readonly base: NamedBase;
  readonly documents: Documents;
  readonly version: number;
  readonly changes: Changes;
};

export type Drafting = {
  readonly documents: Documents;
  readonly changes: Changes;
  readonly kept: KeptDraft<Changes>;
  readonly change: (change: Change) => void;
  readonly undo: (place: string) => void;
  readonly take: (theirs: Changes) => void;
};

/** What the wire takes: the same lists, not read only. */
const onTheWire = (changes: Changes) =>
  changes as unknown as Parameters<typeof api.saveRulesDraft>[0]['changes'];

const keeperFor = (organisation: string, { from, id }: NamedBase): Keeper<Changes> => ({
  save: (changes, version) =>
    api.saveRulesDraft({ organisation, version, base: { from, id }, changes: onTheWire(changes) }),
  read: async () => {
    const { base, version, changes } = await api.rulesDraft({ organisation });
    // changes to another base are not to be chosen between
    return base?.from === from && base.id === id ? { version, content: changes } : null;
  },
});

export function useDraft({ organisation, base, documents, ...started }: Started): Drafting {
  const [changes, setChanges] = useState(started.changes);
  return {
    documents,
    changes,
    kept: useKeptDraft(changes, started.version, keeperFor(organisation, base)),
    change: (wanted) => setChanges((all) => withChange(documents, all, wanted)),
    undo: (place) => setChanges((all) => undone(all, place)),
    take: setChanges,
  };
}
