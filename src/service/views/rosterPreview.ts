/** A roster that waits, as its page shows it: its columns, what is wrong in it, and what registering it would do. */
import { yearOf } from '../../domain/period.ts';
import { cellText, columnLetter, EMPTY_CELL, type Table } from '../../domain/year/table.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type AsksRoster, rosterSources, rosterState } from '../importRoster.ts';
import type { Reading } from '../ports.ts';
import { rememberedMapping, type VersionedPaper } from '../rosterPaper.ts';
import { type RosterPlan, usable } from '../rosterPlan.ts';
import { inFileOrder, type Problem } from '../yearFiles/problem.ts';
import { ROSTER_COLUMNS } from '../yearFiles/roster.ts';
import { WHY_HELD, whyUnmatched } from './rosterWords.ts';
import { EXEMPTION_TARGETS, fits, headersOf, TARGETS } from '../yearFiles/rosterMapping.ts';

const SAMPLES = 3;
const MOST_TOLD = 500;

/** What the reader may have columns mapped to: once sign-in is set up, exemptions go through their application. */
export const targetsFor = ({ kind }: AsksRoster['actor']) =>
  TARGETS.filter((target) => kind === 'localOperator' || !EXEMPTION_TARGETS.includes(target));

export async function rosterPreview(
  tx: Reading,
  organisationId: string,
  paper: VersionedPaper,
  asked: AsksRoster,
): Promise<RosterView | Refusal> {
  const { table, mapping, version, leaveOut } = paper;
  const may = targetsFor(asked.actor);
  // what was mapped before sign-in was set up may be no longer what a roster can say
  const confirmed = paper.confirmed && mapping.every((target) => target === null || may.includes(target));
  const remembered = await rememberedMapping(tx, organisationId);
  const required: readonly string[] = ROSTER_COLUMNS.required;
  const head = {
    version,
    file: table.file,
    rows: table.rows.length,
    columns: table.header.map((cell, index) => ({
      header: cellText(cell),
      letter: columnLetter(index),
      samples: samplesOf(table, index),
      target: mapping[index] ?? null,
    })),
    targets: may.map((name) => ({ name, required: required.includes(name) })),
    asLastTime: fits(headersOf(table), remembered),
    confirmed,
    leaveOut,
    year: yearOf(asked.today),
  };
  const unread = { problems: [], problemCount: 0, sound: 0, unsound: 0, preview: null };
  if (!confirmed) return { ...head, ...unread };
  const state = rosterState(await rosterSources(tx, organisationId, paper), asked);
  if (isRefusal(state)) return state;
  const { roster, plan } = state;
  const sound = usable(roster).length;
  const isShown = roster.problems.length === 0 || (leaveOut && sound > 0);
  return {
    ...head,
    problems: inFileOrder(roster.problems).slice(0, MOST_TOLD),
    problemCount: roster.problems.length,
    sound,
    unsound: table.rows.length - sound,
    preview: isShown ? previewOf(plan) : null,
  };
}

export type RosterView = {
  readonly version: number;
  readonly file: string;
  readonly rows: number;
  readonly columns: {
    header: string;
    letter: string;
    samples: string[];
    target: string | null;
  }[];
  readonly targets: { name: string; required: boolean }[];
  readonly asLastTime: boolean;
  readonly confirmed: boolean;
  readonly leaveOut: boolean;
  readonly year: number;
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly sound: number;
  readonly unsound: number;
  readonly preview: ReturnType<typeof previewOf> | null;
};

function samplesOf({ rows }: Table, column: number): string[] {
  const samples: string[] = [];
  for (const { cells } of rows) {
    const text = cellText(cells[column] ?? EMPTY_CELL);
    if (text !== '' && !samples.includes(text)) samples.push(text);
    if (samples.length === SAMPLES) break;
  }
  return samples;
}

function previewOf({ added, changed, unchanged, held, absent, unmatched }: RosterPlan) {
  const row = ({ number, name, changes }: RosterPlan['added'][number]) => ({
    number,
    name,
    changes: [...changes],
  });
  return {
    added: added.map(row),
    changed: changed.map(row),
    unchanged,
    held: held.map((one) => ({ ...row(one), why: WHY_HELD[one.why] })),
    absent: [...absent],
    unmatched: unmatched.map(({ number, name, leader, found }) => ({
      number,
      name,
      why: whyUnmatched(leader, found),
    })),
  };
}
