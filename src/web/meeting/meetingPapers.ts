/** The meeting's drafts as the server keeps them, each under its own version. */
import type { DecisionDraft, MeetingDraft, MeetingMode } from '../../contract/roundMeetingMode.ts';
import { api, isSavedMeanwhile } from '../api.ts';
import type { RoundAddress } from '../round/queries.ts';

/** The meeting's own paper; every other is named by its member. */
export const MEETING = 'meeting';

export type Content = MeetingDraft | DecisionDraft;
export type Papers = Readonly<Record<string, Content>>;
export type Kept = Record<string, { readonly version: number; readonly content: Content }>;

export function keptIn({ draft, members, ties }: MeetingMode): Kept {
  const kept: Kept = {};
  if (draft !== null) kept[MEETING] = draft;
  for (const { member, draft: own } of [...members, ...ties]) if (own !== null) kept[member.id] = own;
  return kept;
}

export const contentsOf = (kept: Kept): Papers =>
  Object.fromEntries(Object.entries(kept).map(([name, { content }]) => [name, content]));

/** Null: saved, or handed in elsewhere; else what somebody else has saved meanwhile. Whatever else fails is thrown. */
export async function saved(at: RoundAddress, name: string, content: Content | undefined, kept: Kept) {
  if (content === undefined) return null;
  const expected = kept[name]?.version ?? 0;
  try {
    const { version } =
      name === MEETING
        ? await api.saveMeeting({ ...at, expected, draft: content as MeetingDraft })
        : await api.saveDecision({ ...at, member: name, expected, draft: content as DecisionDraft });
    kept[name] = { version, content };
    return null;
  } catch (error) {
    if (!isSavedMeanwhile(error)) throw error;
    const theirs = keptIn(await api.meetingMode(at))[name];
    if (theirs !== undefined) return theirs;
    // it was handed in elsewhere: what is typed here begins anew
    delete kept[name];
    return null;
  }
}
