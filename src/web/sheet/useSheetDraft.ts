/** The sheet's draft keeps itself, a member at a time: saved a moment after the last change, never over what somebody else saved. */
import { ORPCError } from '@orpc/client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Sheet } from '../../contract/roundSheet.ts';
import { api, sentenceOf } from '../api.ts';
import type { RoundAddress } from '../round/queries.ts';
import { EMPTY, startValues, type Typed, type Values } from './sheetValues.ts';

const PAUSE = 1200;

export type Theirs = { readonly version: number; readonly typed: Typed };
type Conflicts = Readonly<Record<string, Theirs>>;
type State =
  | { readonly is: 'still' | 'saving' | 'saved' }
  | { readonly is: 'failed'; readonly sentence: string };
/** By member: what is kept on the server, and under which version. */
type Kept = Record<string, Theirs>;

const startKept = (sheet: Sheet): Kept => {
  const values = startValues(sheet);
  return Object.fromEntries(
    sheet.lines.map(({ member, draft }) => [
      member.id,
      { version: draft?.version ?? 0, typed: values[member.id] ?? EMPTY },
    ]),
  );
};

export function useSheetDraft(at: RoundAddress, sheet: Sheet, values: Values) {
  const kept = useRef<Kept>(startKept(sheet));
  const busy = useRef(Promise.resolve());
  const paused = useRef(false);
  const [state, setState] = useState<State>({ is: 'still' });
  const [conflicts, setConflicts] = useState<Conflicts>({});
  const { organisation, year, period } = at;
  useEffect(() => {
    const changed = sheet.lines
      .filter(({ mayAssess, member }) => mayAssess && conflicts[member.id] === undefined)
      .map(({ member }) => member.id)
      .filter((member) => kept.current[member]?.typed !== (values[member] ?? EMPTY));
    if (changed.length === 0) return undefined;
    const save = async () => {
      if (paused.current) return;
      setState({ is: 'saving' });
      try {
        const found = await saveAll({ organisation, year, period }, changed, values, kept);
        setConflicts((before) => ({ ...before, ...found }));
        setState({ is: 'saved' });
      } catch (error) {
        setState({ is: 'failed', sentence: sentenceOf(error) });
      }
    };
    const timer = setTimeout(() => {
      busy.current = busy.current.then(save);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [values, conflicts, sheet, organisation, year, period]);
  return {
    state,
    conflicts,
    /** Hands the sheet in between two savings: none is on its way then, and none begins. */
    between: async <T>(act: () => Promise<T>): Promise<T> => {
      paused.current = true;
      await busy.current;
      return act().finally(() => {
        paused.current = false;
      });
    },
    /** Goes on from their version; with theirs, the caller puts it into the fields. */
    settle: (member: string) => {
      const theirs = conflicts[member];
      if (theirs !== undefined) kept.current[member] = theirs;
      setConflicts(({ [member]: _settled, ...rest }) => rest);
    },
  };
}

export type SheetDraftState = ReturnType<typeof useSheetDraft>;

/** One after the other. Gives what somebody else has saved meanwhile, by member; whatever else fails is thrown. */
async function saveAll(
  at: RoundAddress,
  members: readonly string[],
  values: Values,
  kept: RefObject<Kept>,
): Promise<Conflicts> {
  const conflicts: Record<string, Theirs> = {};
  for (const member of members) {
    const typed = values[member] ?? EMPTY;
    const tasks = Object.entries(typed.tasks).map(([taskId, points]) => ({ taskId, points }));
    const expected = kept.current[member]?.version ?? 0;
    try {
      const line = { ...at, member, expected, tasks, words: typed.words };
      kept.current[member] = { ...(await api.saveSheetLine(line)), typed };
    } catch (error) {
      if (!(error instanceof ORPCError) || error.code !== 'versionConflict') throw error;
      conflicts[member] = startKept(await api.roundSheet(at))[member] ?? { version: 0, typed: EMPTY };
    }
  }
  return conflicts;
}
