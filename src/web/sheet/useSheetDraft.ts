/** The sheet's draft keeps itself, a member at a time, never over what somebody else saved. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Sheet } from '../../contract/roundSheet.ts';
import { api, isSavedMeanwhile } from '../api.ts';
import { useSaving } from '../draft/useSaving.ts';
import type { RoundAddress } from '../round/queries.ts';
import { EMPTY, startValues, type Typed, type Values } from './sheetValues.ts';

export type Theirs = { readonly version: number; readonly typed: Typed };
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

export function useSheetDraft({ organisation, year, period }: RoundAddress, sheet: Sheet, values: Values) {
  const kept = useRef<Kept>(startKept(sheet));
  const now = useRef(values);
  useEffect(() => {
    now.current = values;
  }, [values]);
  const [conflicts, setConflicts] = useState<Readonly<Kept>>({});
  /** Whose line is not kept yet; whatever is contested waits until it is settled. */
  const waiting = useCallback(
    () =>
      sheet.lines
        .filter(({ mayAssess, member }) => mayAssess && conflicts[member.id] === undefined)
        .map(({ member }) => member.id)
        .filter((member) => kept.current[member]?.typed !== (now.current[member] ?? EMPTY)),
    [sheet, conflicts],
  );
  const saveAll = useCallback(async () => {
    const at = { organisation, year, period };
    let contested = false;
    for (const member of waiting()) {
      const theirs = await saved(at, member, now.current[member] ?? EMPTY, kept.current);
      if (theirs === null) continue;
      contested = true;
      setConflicts((before) => ({ ...before, [member]: theirs }));
    }
    return contested;
  }, [waiting, organisation, year, period]);
  const unsaved = useCallback(() => waiting().length > 0, [waiting]);
  return {
    ...useSaving(values, unsaved, saveAll),
    conflicts,
    /** Goes on from their version; with theirs, the caller puts it into the fields. */
    settle: (member: string) => {
      const theirs = conflicts[member];
      if (theirs !== undefined) kept.current[member] = theirs;
      setConflicts(({ [member]: _settled, ...rest }) => rest);
    },
  };
}

export type SheetDraftState = ReturnType<typeof useSheetDraft>;

/** Null: saved; else what somebody else has saved meanwhile. Whatever else fails is thrown. */
async function saved(at: RoundAddress, member: string, typed: Typed, kept: Kept): Promise<Theirs | null> {
  const tasks = Object.entries(typed.tasks).map(([taskId, points]) => ({ taskId, points }));
  const expected = kept[member]?.version ?? 0;
  try {
    const line = { ...at, member, expected, tasks, words: typed.words };
    kept[member] = { ...(await api.saveSheetLine(line)), typed };
    return null;
  } catch (error) {
    if (!isSavedMeanwhile(error)) throw error;
    return startKept(await api.roundSheet(at))[member] ?? { version: 0, typed: EMPTY };
  }
}
