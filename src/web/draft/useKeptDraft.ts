/** A draft that keeps itself: saved a moment after the last change, never over what was saved elsewhere meanwhile. */
import { useEffect, useRef, useState } from 'react';
import { isSavedMeanwhile, sentenceOf } from '../api.ts';

const PAUSE = 1000;
const RETRY = 5000;

type Draft<Content> = { readonly version: number; readonly content: Content };

type Kept<Content> =
  | { readonly is: 'still' | 'saving' }
  | { readonly is: 'saved'; readonly written: string }
  | { readonly is: 'failed'; readonly sentence: string }
  | ({ readonly is: 'conflict' } & Draft<Content>);

/** Where the drafts of one thing are kept. */
export type Keeper<Content> = {
  readonly save: (content: Content, expected: number) => Promise<{ readonly version: number }>;
  readonly read: () => Promise<Draft<Content> | null>;
};

export type KeptDraft<Content> = {
  readonly kept: Kept<Content>;
  /** After a conflict: goes on from their version, with whatever then stands. */
  readonly settle: (from: number) => void;
};

/** `version`: of the draft that was read, 0 for none. */
export function useKeptDraft<Content>(
  content: Content,
  version: number,
  keeper: Keeper<Content>,
): KeptDraft<Content> {
  const seen = useRef(version);
  const written = JSON.stringify(content);
  const last = useRef(written);
  const server = useRef(keeper);
  useEffect(() => {
    server.current = keeper;
  });
  const [kept, setKept] = useState<Kept<Content>>({ is: 'still' });
  useEffect(() => {
    // one save at a time: a second one under way would find the first and call it somebody else's
    if (written === last.current || kept.is === 'conflict' || kept.is === 'saving') return undefined;
    const save = async () => {
      setKept({ is: 'saving' });
      try {
        seen.current = (await server.current.save(JSON.parse(written) as Content, seen.current)).version;
        last.current = written;
        setKept({ is: 'saved', written });
      } catch (error) {
        const theirs = isSavedMeanwhile(error) ? await server.current.read().catch(() => null) : null;
        setKept(
          theirs === null ? { is: 'failed', sentence: sentenceOf(error) } : { is: 'conflict', ...theirs },
        );
      }
    };
    const timer = setTimeout(() => void save(), kept.is === 'failed' ? RETRY : PAUSE);
    return () => clearTimeout(timer);
  }, [written, kept.is]);
  // what was typed since is not saved yet, whatever was
  const isBehind = kept.is === 'saved' && written !== kept.written;
  return {
    kept: isBehind ? { is: 'saving' } : kept,
    settle: (from: number) => {
      seen.current = from;
      last.current = '';
      setKept({ is: 'still' });
    },
  };
}
