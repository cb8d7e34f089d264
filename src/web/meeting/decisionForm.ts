/** What stands in the fields of one member's decision, what the meeting would decide untouched, and what is still lacking. */
import type { DecisionDraft, MeetingMode } from '../../contract/roundMeetingMode.ts';
import { formatPoints, parsePoints, type Points, points, ZERO } from '../../domain/points.ts';
import { voteRefusal } from '../../domain/round/meeting.ts';
import { readAmount } from '../sheet/sheetValues.ts';

export type ToAppraise = MeetingMode['members'][number];
/** What was said of a member, whoever decides on it. */
export type Said = Omit<ToAppraise, 'mayAppraise' | 'mayPrepare' | 'appraiser'>;
export type Task = ToAppraise['tasks'][number];
/** The meeting the decision is of. */
export type Sat = { readonly on: string; readonly present: readonly { id: string; name: string }[] };

/** A decision on its fields. */
export type Deciding = {
  readonly line: Said;
  readonly draft: DecisionDraft;
  readonly sat: Sat;
  /** The quarter's last day. */
  readonly last: string;
  readonly change: (draft: DecisionDraft) => void;
  /** Whether to say what is lacking. */
  readonly asked: boolean;
};

/** The scorekeeper's points, bonuses accepted, all in favour. A deduction is never proposed: its answer is read first (G41). */
export function proposed({ member, tasks, bonuses }: Said, { present }: Sat): DecisionDraft {
  const recused = present.some(({ id }) => id === member.id) ? [member.id] : [];
  return {
    tasks: tasks.map(({ taskId, sheet }) => ({ taskId, points: sheet ?? '', expected: false })),
    bonuses: bonuses.map(({ bonusId }) => ({ bonusId, accepted: true })),
    deductions: [],
    recused,
    votes: { for: String(present.length - recused.length), against: '', abstained: '' },
    words: '',
    taken: false,
  };
}

export type Fault = {
  readonly is:
    | 'missing'
    | 'wrong'
    | 'undecided'
    | 'answerRuns'
    | 'votesMiscounted'
    | 'votesTied'
    | 'votedDown'
    | 'noneSits';
  /** Of a task, a proposal; empty: of the vote. */
  readonly of: string;
};

/** Everything that keeps it from being taken, in the order of the fields. */
export function faultsOf(line: Said, draft: DecisionDraft, sat: Sat): Fault[] {
  const vote = voteFault(draft, sat);
  return [...decisionFaults(line, draft, sat), ...(vote === null ? [] : [{ is: vote, of: '' }])];
}

/** The same without the vote. */
export function decisionFaults(line: Said, draft: DecisionDraft, sat: Pick<Sat, 'on'>): Fault[] {
  const tasks = line.tasks.flatMap((task): Fault[] => {
    const is = pointsFault(task, draft);
    return is === null ? [] : [{ is, of: task.taskId }];
  });
  const deductions = line.deductions.flatMap((deduction): Fault[] => {
    const { proposalId } = deduction;
    if (isAwaited(deduction, sat.on)) return [{ is: 'answerRuns', of: proposalId }];
    return draft.deductions.some((one) => one.proposalId === proposalId)
      ? []
      : [{ is: 'undecided', of: proposalId }];
  });
  return [...tasks, ...deductions];
}

/** G41: what is to the member's loss waits for the answer as long as its days run. */
export const isAwaited = (
  { answer, answerUntil, corrects }: ToAppraise['deductions'][number],
  on: string,
): boolean => answer === null && corrects?.lowers !== false && on <= answerUntil;

/** Taken, and nothing has changed since that it does not fit any more. */
export const stands = (line: ToAppraise, draft: DecisionDraft | undefined, sat: Sat): boolean =>
  draft?.taken === true && faultsOf(line, draft, sat).length === 0;

function pointsFault({ taskId, planned }: Task, draft: DecisionDraft): 'missing' | 'wrong' | null {
  const text = pointsOf(draft, taskId);
  if (text.trim() === '') return 'missing';
  const amount = readAmount(text);
  return amount === undefined || amount > (parsePoints(planned) ?? ZERO) ? 'wrong' : null;
}

export const pointsOf = ({ tasks }: DecisionDraft, taskId: string) =>
  tasks.find((one) => one.taskId === taskId)?.points ?? '';

function voteFault(draft: DecisionDraft, { present }: Sat): Fault['is'] | null {
  if (present.length === 0) return 'noneSits';
  const votes = votesOf(draft);
  if (votes === undefined) return 'votesMiscounted';
  const code = voteRefusal(votes, present.length, draft.recused.length)?.code;
  return (code as 'votesMiscounted' | 'votesTied' | 'votedDown' | undefined) ?? null;
}

/** Undefined: not all are whole numbers. An empty field is no vote. */
export function votesOf({ votes }: DecisionDraft) {
  const read = (text: string) => (/^\d{0,4}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN);
  const counted = { for: read(votes.for), against: read(votes.against), abstained: read(votes.abstained) };
  return Object.values(counted).some((one) => Number.isNaN(one)) ? undefined : counted;
}

/** Whoever recuses themselves no longer votes in favour, and the other way round. */
export function withRecused(draft: DecisionDraft, who: string, isRecused: boolean): DecisionDraft {
  const recused = isRecused ? [...draft.recused, who] : draft.recused.filter((one) => one !== who);
  const yes = votesOf(draft)?.for;
  const votes =
    yes === undefined
      ? draft.votes
      : { ...draft.votes, for: String(Math.max(0, yes + (isRecused ? -1 : 1))) };
  return { ...draft, recused, votes };
}

/** As the wire takes a decision without faults, apart from its vote. */
export const sentPoints = ({ member, tasks }: Said, draft: DecisionDraft) => ({
  member: member.id,
  tasks: tasks.map(({ taskId }) => ({
    taskId,
    points: formatPoints(readAmount(pointsOf(draft, taskId)) ?? ZERO),
    ...(draft.tasks.some((one) => one.taskId === taskId && one.expected) ? { expected: true } : {}),
  })),
  bonuses: draft.bonuses,
  deductions: draft.deductions,
  words: draft.words,
});

export const sentVote = (draft: DecisionDraft) => ({
  votes: votesOf(draft) ?? { for: 0, against: 0, abstained: 0 },
  recused: draft.recused,
});

export const summed = (all: readonly (Points | undefined)[]) =>
  formatPoints(points(all.reduce<number>((total, one) => total + (one ?? 0), 0)));

/** The three inputs do not say the same of it. */
export const differs = ({ own, leader, sheet, planned }: Task): boolean =>
  (own !== null && sheet !== null && own.claimed !== sheet) ||
  (own !== null && leader !== null && own.done !== leader) ||
  (leader === 'done' && sheet !== null && sheet !== planned) ||
  (leader === 'notDone' && sheet !== null && parsePoints(sheet) !== ZERO);
