/** One member's matter with everybody's words: the three inputs side by side, the answers, what was decided and what comes next. */
import type { Ability } from '../../../domain/access.ts';
import { type Actor, NOBODY } from '../../../domain/access/actor.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import type { Matter } from '../../../domain/round/matter.ts';
import { yearBook } from '../../../domain/fact.ts';
import type { PersonRow, Reading } from '../../ports.ts';
import { filesIn, type FilesOf } from '../../evidence/evidenceLines.ts';
import type { ApplicationWords } from '../../round/handInApplication.ts';
import { tasksDue, type WordedTask } from '../../round/dueTasks.ts';
import { type Here, loadMatters, matterOf } from '../../round/roundState.ts';
import { bonusLines, deductionLines } from './claimLines.ts';
import { taskLine } from './taskLine.ts';
import { noticeLines } from '../../round/noticeLines.ts';

type Words = ReadonlyMap<number, unknown>;

export type MatterPage = Awaited<ReturnType<typeof pageFrom>>;

type Reader = { readonly actor: Actor; readonly abilities: readonly Ability[] };
/** A paper is printed without its files. */
const ON_PAPER: Reader = { actor: NOBODY, abilities: [] };

/** `reader`: who may open which of its files. Refuses a round that is not open and somebody who is not in it. */
export async function matterPage(
  tx: Reading,
  here: Here,
  personId: string,
  { actor, abilities }: Reader = ON_PAPER,
): Promise<MatterPage | Refusal> {
  const row = await tx.person(here.organisationId, personId);
  if (row === undefined) return refuse('notOfRound', 'An1.3', { period: here.period });
  const state = await loadMatters(tx, here, [personId]);
  if (isRefusal(state)) return state;
  const matter = matterOf(state, here, personId);
  if (isRefusal(matter)) return matter;
  const [line] = matter.appraisal === null ? [] : await noticeLines(tx, here, state, [personId]);
  const due = (await tasksDue(tx, here, [personId])).get(personId) ?? [];
  const texts = await tx.textsOf(
    here.organisationId,
    yearBook(here.year),
    seqsOf(matter, state.round.meetings),
  );
  const words: Words = new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as unknown]));
  const meeting = state.round.meetings.find(({ meetingId }) => meetingId === matter.appraisal?.meetingId);
  return pageFrom({
    row,
    matter,
    policy: state.policy,
    due,
    words,
    on: meeting?.on ?? null,
    points: line?.points ?? null,
    files: await filesIn(tx, here, { actor, policy: state.policy, mayOf: () => abilities }, [personId]),
  });
}

type Parts = {
  readonly row: PersonRow;
  readonly matter: Matter;
  readonly policy: Policy;
  readonly due: readonly WordedTask[];
  readonly words: Words;
  /** The day of the meeting that decided. */
  readonly on: string | null;
  readonly points: string | null;
  readonly files: FilesOf;
};

function pageFrom({ row, matter, policy, due, words, on, points, files }: Parts) {
  const { personId, application, opinion, assessment, appraisal, notice } = matter;
  const said = <Content>(seq: number | null | undefined) =>
    (seq === null || seq === undefined ? undefined : words.get(seq)) as Content | undefined;
  const own = said<ApplicationWords>(application?.seq);
  return {
    member: { id: personId, name: row.name, number: row.number },
    matter,
    points,
    tasks: due.map((task) => taskLine(task, matter, own)),
    bonuses: bonusLines(policy, matter, own, files),
    deductions: deductionLines(policy, matter, words, files),
    selfReported: own?.selfReported ?? null,
    onBehalf: own?.onBehalf ?? null,
    opinion:
      opinion === null ? null : { ...opinion, words: said<{ words: string }>(opinion.seq)?.words ?? '' },
    sheetWords: said<{ words: string }>(assessment?.seq)?.words ?? null,
    decision:
      appraisal === null
        ? null
        : {
            on,
            votes: appraisal.votes,
            decidedAbove: appraisal.decidedAbove === true,
            words: said<{ words: string }>(appraisal.seq)?.words ?? '',
          },
    notice,
    objections: matter.objections.map(({ objectionId, answerUntil, changed, answeredSeq }) => ({
      objectionId,
      answerUntil,
      changed,
      answer: said<{ answer: string }>(answeredSeq)?.answer ?? null,
    })),
  };
}

function seqsOf(
  matter: Matter,
  meetings: readonly { readonly meetingId: string; readonly seq: number }[],
): number[] {
  const { application, opinion, assessment, appraisal, proposals, objections } = matter;
  const meeting = meetings.find(({ meetingId }) => meetingId === appraisal?.meetingId);
  return [
    ...[application, opinion, assessment, appraisal, meeting].flatMap((one) =>
      one === null || one === undefined ? [] : [one.seq],
    ),
    ...proposals.flatMap(({ seq, answeredSeq }) => (answeredSeq === null ? [seq] : [seq, answeredSeq])),
    ...objections.flatMap(({ answeredSeq }) => (answeredSeq === null ? [] : [answeredSeq])),
  ];
}
