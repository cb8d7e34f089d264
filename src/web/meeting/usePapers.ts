/**
 * The meeting's drafts keep themselves, each on its own, never over what was saved elsewhere. What others save meanwhile is
 * taken over where nothing is being typed here, and said.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MeetingMode } from '../../contract/roundMeetingMode.ts';
import { useSaving } from '../draft/useSaving.ts';
import type { RoundAddress } from '../round/queries.ts';
import { type Content, contentsOf, type Kept, keptIn, type Papers, saved } from './meetingPapers.ts';

export function usePapers({ organisation, year, period }: RoundAddress, page: MeetingMode) {
  const kept = useRef(keptIn(page));
  const [values, setValues] = useState<Papers>(() => contentsOf(keptIn(page)));
  const now = useRef(values);
  const [conflicts, setConflicts] = useState<Kept>({});
  const [elsewhere, setElsewhere] = useState<readonly string[]>([]);
  const put = useCallback((next: Papers) => {
    now.current = next;
    setValues(next);
  }, []);
  useEffect(() => {
    const newer = Object.entries(keptIn(page)).filter(([name, { version }]) => {
      const mine = kept.current[name];
      return version > (mine?.version ?? 0) && now.current[name] === mine?.content;
    });
    if (newer.length === 0) return;
    for (const [name, paper] of newer) kept.current[name] = paper;
    put({ ...now.current, ...contentsOf(Object.fromEntries(newer)) });
    setElsewhere(newer.map(([name]) => name));
  }, [page, put]);
  /** What is not kept yet; whatever is contested waits until it is settled. */
  const waiting = useCallback(
    () =>
      Object.keys(now.current).filter(
        (name) => conflicts[name] === undefined && now.current[name] !== kept.current[name]?.content,
      ),
    [conflicts],
  );
  const saveAll = useCallback(async () => {
    let contested = false;
    for (const name of waiting()) {
      const theirs = await saved({ organisation, year, period }, name, now.current[name], kept.current);
      if (theirs === null) continue;
      contested = true;
      setConflicts((before) => ({ ...before, [name]: theirs }));
    }
    return contested;
  }, [waiting, organisation, year, period]);
  const unsaved = useCallback(() => waiting().length > 0, [waiting]);
  const { state, changed, between } = useSaving(values, unsaved, saveAll);
  const change = useCallback(
    (name: string, content: Content) => {
      put({ ...now.current, [name]: content });
      changed();
    },
    [put, changed],
  );
  return {
    values,
    state,
    conflicts,
    elsewhere,
    change,
    between,
    /** It was handed in. */
    forget: (name: string) => {
      const { [name]: _gone, ...rest } = now.current;
      delete kept.current[name];
      put(rest);
    },
    /** Goes on from their version; `take`: with what they wrote. */
    settle: (name: string, take: boolean) => {
      const theirs = conflicts[name];
      if (theirs === undefined) return;
      kept.current[name] = theirs;
      if (take) put({ ...now.current, [name]: theirs.content });
      setConflicts(({ [name]: _settled, ...rest }) => rest);
    },
  };
}

export type PapersState = ReturnType<typeof usePapers>;
