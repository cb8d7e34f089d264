/** The draft keeps itself: saved a moment after the last change, never over what was saved elsewhere meanwhile. */
import { ORPCError } from '@orpc/client';
import { useEffect, useRef, useState } from 'react';
import type { ApplicationForm } from '../../contract/roundMember.ts';
import { api, sentenceOf } from '../api.ts';
import type { MatterAddress } from './queries.ts';

const PAUSE = 1000;
const RETRY = 5000;

export type Kept =
  | { readonly is: 'still' | 'saving' }
  | { readonly is: 'saved'; readonly written: string }
  | { readonly is: 'failed'; readonly sentence: string }
  | { readonly is: 'conflict'; readonly theirs: ApplicationForm; readonly version: number };

/** `version`: of the draft that was read, 0 for none. */
export function useApplicationDraft(at: MatterAddress, version: number, form: ApplicationForm) {
  const seen = useRef(version);
  const written = JSON.stringify(form);
  const last = useRef(written);
  const [kept, setKept] = useState<Kept>({ is: 'still' });
  const { organisation, year, period, member } = at;
  useEffect(() => {
    // one save at a time: a second one under way would find the first and call it somebody else's
    if (written === last.current || kept.is === 'conflict' || kept.is === 'saving') return undefined;
    const place = { organisation, year, period, member };
    const save = async () => {
      setKept({ is: 'saving' });
      try {
        const body = { ...place, expected: seen.current, form: JSON.parse(written) as ApplicationForm };
        seen.current = (await api.saveApplicationDraft(body)).version;
        last.current = written;
        setKept({ is: 'saved', written });
      } catch (error) {
        setKept(await failed(error, place));
      }
    };
    const timer = setTimeout(() => void save(), kept.is === 'failed' ? RETRY : PAUSE);
    return () => clearTimeout(timer);
  }, [written, kept.is, organisation, year, period, member]);
  // what was typed since is not saved yet, whatever was
  const isBehind = kept.is === 'saved' && written !== kept.written;
  return {
    kept: isBehind ? ({ is: 'saving' } as const) : kept,
    /** After a conflict: goes on from their version, with whatever form then stands. */
    settle: (from: number) => {
      seen.current = from;
      last.current = '';
      setKept({ is: 'still' });
    },
  };
}

async function failed(error: unknown, at: MatterAddress): Promise<Kept> {
  const isConflict = error instanceof ORPCError && error.code === 'versionConflict';
  const draft = isConflict ? (await api.matterCourse(at)).draft : null;
  if (draft === null) return { is: 'failed', sentence: sentenceOf(error) };
  return { is: 'conflict', theirs: draft.form, version: draft.version };
}
