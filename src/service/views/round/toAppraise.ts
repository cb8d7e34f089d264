/** One member as the meeting reads them: own declaration, leader's opinion, scorekeeper's record, and what was decided before. */
import { readFact, yearBook } from '../../../domain/fact.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import type { RoundFact } from '../../../domain/round/facts.ts';
import { type Matter, standingProposals } from '../../../domain/round/matter.ts';
import type { Meeting } from '../../../domain/round/round.ts';
import { personOf } from '../../personOf.ts';
import type { PersonRow, Reading } from '../../ports.ts';
import type { WordedTask } from '../../round/dueTasks.ts';
import type { ApplicationWords } from '../../round/handInApplication.ts';
import type { Here } from '../../round/roundState.ts';
import type { FilesOf } from '../../evidence/evidenceLines.ts';
import { bonusLines, deductionLines } from './claimLines.ts';
import { taskLine } from './taskLine.ts';

export type Known = {
  readonly files: FilesOf;
  readonly policy: Policy;
  readonly rows: ReadonlyMap<string, PersonRow>;
  readonly due: ReadonlyMap<string, readonly WordedTask[]>;
  /** Contents of texts by seq. */
  readonly words: ReadonlyMap<number, unknown>;
  readonly meetings: readonly Meeting[];
  /** Why the committee returned them, by person. */
  readonly returns: ReadonlyMap<string, string>;
};

export function toAppraise(matter: Matter, { policy, rows, due, words, files, meetings, returns }: Known) {
  const { personId, application, opinion, assessment, appraisal, objections } = matter;
  const said = <Content>(seq: number | null | undefined) =>
    (seq === null || seq === undefined ? undefined : words.get(seq)) as Content | undefined;
  const row = rows.get(personId);
  const own = said<ApplicationWords>(application?.seq);
  const before = meetings.find(({ meetingId }) => meetingId === appraisal?.meetingId);
  return {
    member: { id: personId, name: row?.name ?? '' },
    number: row?.number ?? '',
    group: row === undefined ? null : personOf(row).group,
    applied: application !== null,
    late: application?.late ?? false,
    onBehalf: own?.onBehalf ?? null,
    selfReported: own?.selfReported ?? null,
    opinion:
      opinion === null
        ? null
        : {
            quality: opinion.quality,
            unsigned: opinion.unsigned,
            words: said<{ words: string }>(opinion.seq)?.words ?? '',
          },
    sheetWords: said<{ words: string }>(assessment?.seq)?.words ?? '',
    tasks: (due.get(personId) ?? []).map((task) => taskLine(task, matter, own)),
    bonuses: bonusLines(policy, matter, own, files),
    deductions: deductionLines(policy, { ...matter, proposals: standingProposals(matter) }, words, files),
    /** Decided once already and reopened since; the meetings held before that cannot decide it again. */
    again:
      appraisal === null || before === undefined
        ? null
        : {
            on: before.on,
            votes: appraisal.votes,
            words: said<{ words: string }>(appraisal.seq)?.words ?? '',
            returned: returns.get(personId) ?? null,
            answers: objections.flatMap(({ answeredSeq, changed }) =>
              changed === true ? [said<{ answer: string }>(answeredSeq)?.answer ?? ''] : [],
            ),
          },
    /** Those held meetings that may decide on this member. */
    meetings: meetings
      .filter(({ seq }) => matter.reopenedSeq === null || seq > matter.reopenedSeq)
      .map(({ meetingId }) => meetingId),
  };
}

/** Of every text that is read out. */
export function seqsOf(matters: readonly Matter[], meetings: readonly Meeting[]): number[] {
  const ofMatters = matters.flatMap(
    ({ application, opinion, assessment, appraisal, proposals, objections }) => [
      ...[application, opinion, assessment, appraisal].flatMap((one) => (one === null ? [] : [one.seq])),
      ...proposals.flatMap(({ seq, answeredSeq }) => (answeredSeq === null ? [seq] : [seq, answeredSeq])),
      ...objections.flatMap(({ answeredSeq }) => (answeredSeq === null ? [] : [answeredSeq])),
    ],
  );
  return [...ofMatters, ...meetings.map(({ seq }) => seq)];
}

/** The committee's words to whoever it returned last; asked only where somebody is appraised again. */
export async function returnsOf(
  tx: Reading,
  { organisationId, year, period }: Here,
  matters: readonly Matter[],
): Promise<ReadonlyMap<string, string>> {
  const again = new Set(matters.flatMap(({ appraisal, personId }) => (appraisal === null ? [] : [personId])));
  if (again.size === 0) return new Map();
  const returned = (await tx.factsOfTypes(organisationId, yearBook(year), ['roundReturned'])).flatMap(
    (row) => {
      const fact = readFact(row) as RoundFact;
      return fact.type === 'roundReturned' && fact.period === period
        ? [{ people: fact.people, seq: row.seq }]
        : [];
    },
  );
  const texts = await tx.textsOf(
    organisationId,
    yearBook(year),
    returned.map(({ seq }) => seq),
  );
  const words = new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as { words: string }]));
  return new Map(
    returned.flatMap(({ people, seq }) =>
      people.filter((one) => again.has(one)).map((one) => [one, words.get(seq)?.words ?? ''] as const),
    ),
  );
}
