/** 支部评议会议记录: who sat, who was absent and why, and every decision of that meeting with its vote (An1.5, reading G36). */
import { readFact, yearBook } from '../../../domain/fact.ts';
import type { Day } from '../../../domain/period.ts';
import { type Points, points } from '../../../domain/points.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import type { RoundFact } from '../../../domain/round/facts.ts';
import type { Reading } from '../../ports.ts';
import { type Here, loadRound, type RoundState } from '../../round/roundState.ts';
import { periodName } from '../naming.ts';

type Appraised = Extract<RoundFact, { type: 'appraised' }>;
type MeetingWords = {
  readonly place: string;
  readonly host: string;
  readonly minutes: string;
  readonly reasons: Readonly<Record<string, string>>;
};

export type MinutesLine = {
  readonly name: string;
  /** Sums of what was decided, in hundredths; null: not decided yet. */
  readonly points: { readonly task: Points; readonly bonus: Points; readonly deduction: Points } | null;
  /** branch: voted through · above: tied, the organisation above decided · referred: tied, and still there (G36). */
  readonly outcome: 'branch' | 'above' | 'referred';
  /** Some of its tasks fell due after the meeting and are decided as expected (预计, G15). */
  readonly expected: boolean;
  readonly votes: Appraised['votes'];
  readonly recused: readonly string[];
  readonly words: string;
};

export type MinutesSheet = Pick<MeetingWords, 'place' | 'host' | 'minutes'> & {
  readonly label: string;
  readonly on: Day;
  readonly body: 'committee' | 'generalMeeting';
  readonly present: readonly string[];
  readonly absent: readonly { readonly name: string; readonly reason: string }[];
  readonly decisions: readonly MinutesLine[];
};

/** In the order the meeting decided, what is still above after them. Refuses a meeting that is not of this round (meetingUnknown). `shown`: names as the reader may see them. */
export async function minutesSheet(
  tx: Reading,
  here: Here,
  meetingId: string,
  shown: (name: string) => string,
): Promise<MinutesSheet | Refusal> {
  const state = await loadRound(tx, here);
  if (isRefusal(state)) return state;
  const meeting = state.round.meetings.find((one) => one.meetingId === meetingId);
  if (meeting === undefined) return refuse('meetingUnknown', 'An1.5', {});
  const { organisationId, year, period } = here;
  const decided = (await tx.factsOfTypes(organisationId, yearBook(year), ['appraised'])).flatMap((row) => {
    const fact = readFact(row) as Appraised;
    return fact.meetingId === meetingId ? [{ fact, seq: row.seq }] : [];
  });
  const texts = await tx.textsOf(organisationId, yearBook(year), [
    meeting.seq,
    ...decided.map(({ seq }) => seq),
  ]);
  const words = new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as unknown]));
  const names = new Map((await tx.persons(organisationId, {})).map((row) => [row.personId, shown(row.name)]));
  const named = (id: string) => names.get(id) ?? '';
  const said = words.get(meeting.seq) as MeetingWords | undefined;
  return {
    label: periodName(state.policy, period),
    on: meeting.on,
    body: meeting.body,
    place: said?.place ?? '',
    host: said?.host ?? '',
    minutes: said?.minutes ?? '',
    present: meeting.present.map(named),
    absent: meeting.absent.map((id) => ({ name: named(id), reason: said?.reasons[id] ?? '' })),
    decisions: [
      ...decided.map(
        ({ fact, seq }): MinutesLine => ({
          name: named(fact.personId),
          points: sumsOf(state, fact),
          outcome: fact.decidedAbove === true ? 'above' : 'branch',
          expected: fact.tasks.some((task) => task.expected === true),
          votes: fact.votes,
          recused: fact.recused.map(named),
          words: (words.get(seq) as { words: string } | undefined)?.words ?? '',
        }),
      ),
      ...[...state.round.matters.values()].flatMap(({ personId, tie }): MinutesLine[] =>
        tie?.meetingId === meetingId
          ? [
              {
                name: named(personId),
                points: null,
                outcome: 'referred',
                expected: false,
                votes: tie.votes,
                recused: tie.recused.map(named),
                words: '',
              },
            ]
          : [],
      ),
    ],
  };
}

/** What the decision gave and took, before caps and floors. */
function sumsOf({ round }: RoundState, { personId, tasks, bonuses, deductions }: Appraised) {
  const matter = round.matters.get(personId);
  const accepted = new Set(bonuses.filter((one) => one.accepted).map(({ bonusId }) => bonusId));
  const upheld = new Set(deductions.filter((one) => one.upheld).map(({ proposalId }) => proposalId));
  const sum = (all: readonly number[]) => points(all.reduce((total, amount) => total + amount, 0));
  return {
    task: sum(tasks.map((task) => task.points)),
    bonus: sum(
      (matter?.application?.bonuses ?? []).flatMap(({ bonusId, amount }) =>
        accepted.has(bonusId) ? [amount] : [],
      ),
    ),
    deduction: sum(
      (matter?.proposals ?? []).flatMap(({ proposalId, amount }) => (upheld.has(proposalId) ? [amount] : [])),
    ),
  };
}
