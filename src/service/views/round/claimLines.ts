/** Bonuses claimed and deductions proposed, with their words, the answers, and what the meeting decided. */
import { formatPoints, type Points } from '../../../domain/points.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import type { Correction, Matter } from '../../../domain/round/matter.ts';
import { periodName } from '../naming.ts';
import type { FilesOf } from '../../evidence/evidenceLines.ts';
import type { ApplicationWords } from '../../round/handInApplication.ts';
import type { ProposalWords } from '../../round/proposeDeduction.ts';

const nameOf = ({ items, grounds }: Policy, id: string) =>
  [...items, ...grounds].find((one) => one.id === id)?.name ?? id;

export function bonusLines(
  policy: Policy,
  { personId, application, appraisal }: Matter,
  own: ApplicationWords | undefined,
  files: FilesOf,
) {
  return (application?.bonuses ?? []).map(({ bonusId, item, day, amount, evidence }) => ({
    bonusId,
    item: { id: item, name: nameOf(policy, item) },
    day,
    amount: formatPoints(amount),
    reason: own?.bonuses[bonusId]?.reason ?? '',
    document: own?.bonuses[bonusId]?.document ?? '',
    achievement: own?.bonuses[bonusId]?.achievement ?? null,
    ...files({ personId, ids: evidence, supplier: null }),
    accepted: appraisal?.bonuses.find((one) => one.bonusId === bonusId)?.accepted ?? null,
  }));
}

/** What is corrected is named with what was registered, wherever it is read (G31). */
function correctionName(policy: Policy, item: string, amount: Points, corrects: Correction | null): string {
  const name = nameOf(policy, item);
  if (corrects === null) return name;
  const { was, counted, withdrawn } = corrects;
  const right = withdrawn ? '撤销' : `应为 ${formatPoints(amount)}`;
  return `更正${periodName(policy, counted)}的“${name}”（原 ${formatPoints(was)}，${right}）`;
}

/** `words`: contents of texts by seq. */
export function deductionLines(
  policy: Policy,
  { personId, proposals, appraisal }: Matter,
  words: ReadonlyMap<number, unknown>,
  files: FilesOf,
) {
  return proposals.map(
    ({ proposalId, item, day, amount, evidence, answerUntil, answeredSeq, seq, withdrawn, corrects }) => {
      const asked = words.get(seq) as ProposalWords | undefined;
      const answer = (answeredSeq === null ? undefined : words.get(answeredSeq)) as
        | { readonly words: string; readonly spoken: boolean }
        | undefined;
      return {
        proposalId,
        item: { id: item, name: correctionName(policy, item, amount, corrects) },
        corrects:
          corrects === null
            ? null
            : { was: formatPoints(corrects.was), withdrawn: corrects.withdrawn, lowers: corrects.lowers },
        day,
        amount: formatPoints(amount),
        reason: asked?.reason ?? '',
        basis: asked?.evidence ?? '',
        supplier: asked?.supplier ?? '',
        ...files({ personId, ids: evidence, supplier: asked?.supplier ?? '' }),
        answerUntil,
        answer: answer ?? null,
        withdrawn,
        upheld: appraisal?.deductions.find((one) => one.proposalId === proposalId)?.upheld ?? null,
      };
    },
  );
}
