/** A draft that keeps itself: saved a moment after the last change, never over what somebody else saved meanwhile. */
import { ORPCError } from '@orpc/client';
import { useEffect, useRef, useState } from 'react';
import type { TaskLine } from '../../contract/plans.ts';
import { api, sentenceOf, type YearAddress } from '../api.ts';

const PAUSE = 1200;

export type DraftState =
  | { readonly is: 'still' | 'saving' | 'saved' }
  | { readonly is: 'failed'; readonly sentence: string }
  | { readonly is: 'conflict'; readonly theirs: readonly TaskLine[]; readonly version: number };

type At = YearAddress & { readonly member: string };

/** `version`: of the draft that was read, 0 for none. A sum that is no amount yet is not sent. */
export function useDraft({ organisation, year, member }: At, version: number, tasks: readonly TaskLine[]) {
  const seen = useRef(version);
  const written = JSON.stringify(tasks);
  const last = useRef(written);
  const [state, setState] = useState<DraftState>({ is: 'still' });
  useEffect(() => {
    // one save at a time: the next one knows the version the last one made
    if (written === last.current || state.is === 'conflict' || state.is === 'saving') return undefined;
    const timer = setTimeout(() => void save(), PAUSE);
    const save = async () => {
      setState({ is: 'saving' });
      const sent = (JSON.parse(written) as TaskLine[]).map((task) => ({
        ...task,
        points: sendable(task.points),
      }));
      try {
        const answer = await api.savePlanDraft({
          organisation,
          year,
          member,
          expected: seen.current,
          tasks: sent,
        });
        seen.current = answer.version;
        last.current = written;
        setState({ is: 'saved' });
      } catch (error) {
        setState(await failed(error));
      }
    };
    const failed = async (error: unknown): Promise<DraftState> => {
      const isConflict = error instanceof ORPCError && error.code === 'versionConflict';
      const { draft } = isConflict ? await api.plan({ organisation, year, member }) : { draft: null };
      if (draft === null) return { is: 'failed', sentence: sentenceOf(error) };
      return { is: 'conflict', theirs: draft.tasks, version: draft.version };
    };
    return () => clearTimeout(timer);
  }, [written, state.is, organisation, year, member]);
  return {
    state,
    /** After a conflict: goes on from their version, with whatever tasks then stand. */
    settle: (from: number) => {
      seen.current = from;
      last.current = '';
      setState({ is: 'still' });
    },
  };
}

/** The wire takes amounts with two decimals; what is not one yet is kept as none. */
function sendable(text: string): string {
  const [, whole = '0', decimals = ''] = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(text.trim()) ?? [];
  return `${whole}.${decimals.padEnd(2, '0')}`;
}
