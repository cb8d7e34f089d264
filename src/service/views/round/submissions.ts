/** What a branch has submitted: each submission with its reason if late, and who is still to follow (待定, G37). */
import { yearBook } from '../../../domain/fact.ts';
import type { Day } from '../../../domain/period.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { State } from '../../../domain/round/acts.ts';
import { stateOn } from '../../../domain/round/matter.ts';
import type { Reading } from '../../ports.ts';
import { noticeLines } from '../../round/noticeLines.ts';
import { type Here, loadRound } from '../../round/roundState.ts';
import { periodName } from '../naming.ts';

export type SubmittedLine = {
  readonly personId: string;
  readonly name: string;
  readonly points: string;
  readonly note: string;
  readonly state: State;
};

export type SubmissionsPage = {
  readonly label: string;
  readonly submissions: readonly {
    readonly submissionId: string;
    readonly late: boolean;
    readonly lateReason: string | null;
    /** Only those whose matter still goes by this submission: whoever was returned follows in another. */
    readonly lines: readonly SubmittedLine[];
  }[];
  readonly pending: number;
};

export async function submissionsPage(
  tx: Reading,
  here: Here,
  today: Day,
): Promise<SubmissionsPage | Refusal> {
  const state = await loadRound(tx, here);
  if (isRefusal(state)) return state;
  const { submissions, matters } = state.round;
  const people = [...matters.values()].flatMap(({ personId, submissionId }) =>
    submissionId === null ? [] : [personId],
  );
  const lines = await noticeLines(tx, here, state, people);
  const texts = await tx.textsOf(
    here.organisationId,
    yearBook(here.year),
    submissions.map(({ seq }) => seq),
  );
  const words = new Map(
    texts.map(({ seq, content }) => [seq, JSON.parse(content) as { lateReason: string | null }]),
  );
  return {
    label: periodName(state.policy, here.period),
    pending: matters.size - people.length,
    submissions: submissions.map(({ submissionId, late, seq }) => ({
      submissionId,
      late,
      lateReason: words.get(seq)?.lateReason ?? null,
      lines: lines.flatMap((line) => {
        const matter = matters.get(line.personId);
        if (matter === undefined || matter.submissionId !== submissionId) return [];
        return [{ ...line, state: stateOn(matter, today) }];
      }),
    })),
  };
}
