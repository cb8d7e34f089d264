/** The draft keeps itself: saved a moment after the last change, never over what another of the group saved meanwhile. */
import { ORPCError } from '@orpc/client';
import { useEffect, useRef, useState } from 'react';
import type { Sections } from '../../contract/bulletin.ts';
import { api, sentenceOf } from '../api.ts';
import type { RoundAddress } from '../round/queries.ts';

const PAUSE = 1000;
const RETRY = 5000;

export type Kept =
  | { readonly is: 'still' | 'saving' | 'saved' }
  | { readonly is: 'failed'; readonly sentence: string }
  | { readonly is: 'conflict'; readonly theirs: Sections; readonly version: number };

/** `version`: of the draft that was read, 0 for none. */
export function useBulletinDraft(at: RoundAddress, version: number, sections: Sections) {
  const seen = useRef(version);
  const written = JSON.stringify(sections);
  const last = useRef(written);
  const [kept, setKept] = useState<Kept>({ is: 'still' });
  const { organisation, year, period } = at;
  useEffect(() => {
    // one save at a time: a second one under way would find the first and call it somebody else's
    if (written === last.current || kept.is === 'conflict' || kept.is === 'saving') return undefined;
    const place = { organisation, year, period };
    const save = async () => {
      setKept({ is: 'saving' });
      try {
        const body = { ...place, expected: seen.current, sections: JSON.parse(written) as Sections };
        seen.current = (await api.saveBulletinDraft(body)).version;
        last.current = written;
        setKept({ is: 'saved' });
      } catch (error) {
        setKept(await failed(error, place));
      }
    };
    const timer = setTimeout(() => void save(), kept.is === 'failed' ? RETRY : PAUSE);
    return () => clearTimeout(timer);
  }, [written, kept.is, organisation, year, period]);
  return {
    kept,
    /** After a conflict: goes on from their version, with whatever then stands. */
    settle: (from: number) => {
      seen.current = from;
      last.current = '';
      setKept({ is: 'still' });
    },
  };
}

async function failed(error: unknown, at: RoundAddress): Promise<Kept> {
  const isConflict = error instanceof ORPCError && error.code === 'versionConflict';
  const draft = isConflict ? ((await api.bulletin(at)).writing?.draft ?? null) : null;
  if (draft === null) return { is: 'failed', sentence: sentenceOf(error) };
  return { is: 'conflict', theirs: draft.sections, version: draft.version };
}
