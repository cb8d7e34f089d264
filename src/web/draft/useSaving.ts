/** Saves a moment after the last change, and again where it failed for a time; whoever leaves takes nothing unsaved along. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { mayPassLater, sentenceOf } from '../api.ts';

const PAUSE = 800;
const RETRY = 5000;

export type SavingState =
  | { readonly is: 'still' | 'saving' | 'saved' }
  | { readonly is: 'failed'; readonly sentence: string };

/** `values`: what is watched. `unsaved`: whether anything of it is not kept yet. `saveAll` says whether any of it is contested. */
export function useSaving(values: unknown, unsaved: () => boolean, saveAll: () => Promise<boolean>) {
  const busy = useRef(Promise.resolve());
  const paused = useRef(false);
  const [state, setState] = useState<SavingState>({ is: 'still' });
  const [tries, setTries] = useState(0);
  const save = useCallback(async () => {
    if (paused.current || !unsaved()) return;
    setState({ is: 'saving' });
    try {
      const contested = await saveAll();
      setState({ is: contested ? 'still' : unsaved() ? 'saving' : 'saved' });
    } catch (error) {
      setState({ is: 'failed', sentence: sentenceOf(error) });
      if (mayPassLater(error)) setTimeout(() => setTries((before) => before + 1), RETRY);
    }
  }, [unsaved, saveAll]);
  // one after the other: a second one under way would find the first and call it somebody else's
  const saveNext = useCallback(() => {
    busy.current = busy.current.then(save);
  }, [save]);
  useEffect(() => {
    if (!unsaved()) return undefined;
    const timer = setTimeout(saveNext, PAUSE);
    return () => clearTimeout(timer);
  }, [values, tries, unsaved, saveNext]);
  useLeaving(unsaved, saveNext);
  return {
    state,
    changed: useCallback(() => setState({ is: 'saving' }), []),
    /** Does it between two savings: none is on its way then, and none begins. */
    between: async <T>(act: () => Promise<T>): Promise<T> => {
      paused.current = true;
      await busy.current;
      return act().finally(() => {
        paused.current = false;
        setTries((before) => before + 1);
      });
    },
  };
}

/** Going to another page saves first; closing the window asks. */
function useLeaving(unsaved: () => boolean, save: () => void): void {
  const latest = useRef({ unsaved, save });
  useEffect(() => {
    latest.current = { unsaved, save };
  }, [unsaved, save]);
  useEffect(() => {
    const asked = (event: BeforeUnloadEvent) => {
      if (latest.current.unsaved()) event.preventDefault();
    };
    addEventListener('beforeunload', asked);
    return () => {
      removeEventListener('beforeunload', asked);
      latest.current.save();
    };
  }, []);
}
