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
  /** Of the draft as it was saved last. */
  readonly version: number;
  /** Nothing was typed since. */
  readonly isSaved: boolean;
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

/** What is written now, whether it is kept and under which version, and sending it. */
function useWritten<Content>(content: Content, version: number, keeper: Keeper<Content>) {
  const written = JSON.stringify(content);
  const kept = useRef({ version, written });
  const latest = useRef({ written, keeper });
  useEffect(() => {
    latest.current = { written, keeper };
  });
  const [saved, setSaved] = useState({ version, written });
  const unanswered = useRef<string>(undefined);
  const put = useCallback(async (mine: string) => {
    unanswered.current = mine;
    const next = await latest.current.keeper.save(JSON.parse(mine) as Content, kept.current.version);
    unanswered.current = undefined;
    kept.current = { version: next.version, written: mine };
    setSaved(kept.current);
  }, []);
  return {
    written,
    version: saved.version,
    isSaved: saved.written === written,
    isKept: useCallback(() => latest.current.written === kept.current.written, []),
    /** Of the draft that stands there now, 0 for none. */
    goOnFrom: useCallback((standing: number, isKept: boolean) => {
      kept.current = { version: standing, written: isKept ? kept.current.written : '' };
    }, []),
    send: useCallback(async () => {
      try {
        // it may have arrived: sent once more, so that one's own words are not taken for somebody else's
        if (unanswered.current !== undefined) await put(unanswered.current);
        await put(latest.current.written);
      } catch (error) {
        if (!isUnanswered(error)) unanswered.current = undefined;
        throw error;
      }
    }, [put]),
    read: useCallback(() => latest.current.keeper.read(), []),
  };
}

/** `version`: of the draft that was read, 0 for none. */
export function useKeptDraft<Content>(
  content: Content,
  version: number,
  keeper: Keeper<Content>,
): KeptDraft<Content> {
  const { isKept, goOnFrom, send, read, ...now } = useWritten(content, version, keeper);
  const [theirs, setTheirs] = useState<Draft<Content> | null>(null);
  const unsaved = useCallback(() => theirs === null && !isKept(), [theirs, isKept]);
  /** Says whether somebody else has saved meanwhile. Whatever else fails is thrown. */
  const saveAll = useCallback(async () => {
    try {
      await send();
      return false;
    } catch (error) {
      const found = isSavedMeanwhile(error) ? await read() : undefined;
      if (found === undefined) throw error;
      if (found !== null) {
        setTheirs(found);
        return true;
      }
      // handed in elsewhere: what is written here begins a draft of its own
      goOnFrom(0, false);
      await send();
      return false;
    }
  }, [send, read, goOnFrom]);
  const actLost = useRef(false);
  const { state, between } = useSaving(now.written, unsaved, saveAll);
  return {
    state: state.is === 'saved' && !now.isSaved ? { is: 'saving' } : state,
    version: now.version,
    isSaved: now.isSaved,
    theirs,
    settle: (from) => {
      goOnFrom(from, false);
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
        goOnFrom(0, true);
      }),
  };
}
