/** A single draft that keeps itself, never over what was saved elsewhere meanwhile. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { isSavedMeanwhile, isUnanswered } from '../api.ts';
import { type SavingState, useSaving } from './useSaving.ts';

type Draft<Content> = { readonly version: number; readonly content: Content };

/** Where the drafts of one thing are kept. */
export type Keeper<Content> = {
  readonly save: (content: Content, expected: number) => Promise<{ readonly version: number }>;
  readonly read: () => Promise<Draft<Content> | null>;
};

export type KeptDraft<Content> = {
  readonly state: SavingState;
  /** What was saved elsewhere; nothing is saved until one of the two is chosen. */
  readonly theirs: Draft<Content> | null;
  /** Goes on from their version, with whatever then stands. */
  readonly settle: (from: number) => void;
  /**
   * Saves, so that nothing somebody else wrote goes unseen with the draft; then acts. No other saving is on its way meanwhile: it
   * would bring back the draft, or find it gone. Where somebody else has saved it does not act: one of the two is chosen first.
   */
  readonly handIn: (act: () => Promise<unknown>) => Promise<void>;
};

/** `version`: of the draft that was read, 0 for none. */
export function useKeptDraft<Content>(
  content: Content,
  version: number,
  keeper: Keeper<Content>,
): KeptDraft<Content> {
  const written = JSON.stringify(content);
  const kept = useRef({ version, written });
  const latest = useRef({ written, keeper });
  useEffect(() => {
    latest.current = { written, keeper };
  });
  const [saved, setSaved] = useState(written);
  const [theirs, setTheirs] = useState<Draft<Content> | null>(null);
  const unsaved = useCallback(
    () => theirs === null && latest.current.written !== kept.current.written,
    [theirs],
  );
  const unanswered = useRef<string>(undefined);
  /** Says whether somebody else has saved meanwhile. Whatever else fails is thrown. */
  const saveAll = useCallback(async () => {
    const { keeper: server } = latest.current;
    const put = async (mine: string) => {
      unanswered.current = mine;
      const next = await server.save(JSON.parse(mine) as Content, kept.current.version);
      unanswered.current = undefined;
      kept.current = { version: next.version, written: mine };
      setSaved(mine);
    };
    try {
      // it may have arrived: sent once more, so that one's own words are not taken for somebody else's
      if (unanswered.current !== undefined) await put(unanswered.current);
      await put(latest.current.written);
      return false;
    } catch (error) {
      if (!isUnanswered(error)) unanswered.current = undefined;
      const found = isSavedMeanwhile(error) ? await server.read() : undefined;
      // handed in elsewhere: what is written here begins a draft of its own
      if (found === null) kept.current = { ...kept.current, version: 0 };
      if (found === null || found === undefined) throw error;
      setTheirs(found);
      return true;
    }
  }, []);
  const actLost = useRef(false);
  const { state, between } = useSaving(written, unsaved, saveAll);
  // what was typed since is not saved yet, whatever was
  const isBehind = state.is === 'saved' && saved !== written;
  return {
    state: isBehind ? { is: 'saving' } : state,
    theirs,
    settle: (from) => {
      kept.current = { version: from, written: '' };
      setTheirs(null);
    },
    handIn: (act) =>
      between(async () => {
        // an act whose answer was lost may be done, and the draft gone with it: it is asked again as it is
        if (!actLost.current && (await saveAll())) return;
        try {
          await act();
          actLost.current = false;
        } catch (error) {
          actLost.current = isUnanswered(error);
          throw error;
        }
        kept.current = { ...kept.current, version: 0 };
      }),
  };
}
