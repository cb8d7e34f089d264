/** Bonuses claimed and deductions proposed, with their words, the answers, and what the meeting decided. */
import { formatPoints } from '../../../domain/points.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import type { Matter } from '../../../domain/round/matter.ts';
import type { ApplicationWords } from '../../round/handInApplication.ts';
import type { ProposalWords } from '../../round/proposeDeduction.ts';

const nameOf = ({ items, grounds }: Policy, id: string) =>
  [...items, ...grounds].find((one) => one.id === id)?.name ?? id;

export function bonusLines(
  policy: Policy,
  { application, appraisal }: Matter,
  own: ApplicationWords | undefined,
) {
  return (application?.bonuses ?? []).map(({ bonusId, item, day, amount, evidence }) => ({
    bonusId,
    item: { id: item, name: nameOf(policy, item) },
    day,
    amount: formatPoints(amount),
    reason: own?.bonuses[bonusId]?.reason ?? '',
    document: own?.bonuses[bonusId]?.document ?? '',
    achievement: own?.bonuses[bonusId]?.achievement ?? null,
    evidence,
    accepted: appraisal?.bonuses.find((one) => one.bonusId === bonusId)?.accepted ?? null,
  }));
}

/** `words`: contents of texts by seq. */
export function deductionLines(
  policy: Policy,
  { proposals, appraisal }: Matter,
  words: ReadonlyMap<number, unknown>,
) {
  return proposals.map(
    ({ proposalId, item, day, amount, evidence, answerUntil, answeredSeq, seq, withdrawn }) => {
      const asked = words.get(seq) as ProposalWords | undefined;
      const answer = (answeredSeq === null ? undefined : words.get(answeredSeq)) as
        | { readonly words: string; readonly spoken: boolean }
        | undefined;
      return {
        proposalId,
        item: { id: item, name: nameOf(policy, item) },
        day,
        amount: formatPoints(amount),
        reason: asked?.reason ?? '',
        basis: asked?.evidence ?? '',
        supplier: asked?.supplier ?? '',
        evidence,
        answerUntil,
        answer: answer ?? null,
        withdrawn,
        upheld: appraisal?.deductions.find((one) => one.proposalId === proposalId)?.upheld ?? null,
      };
    },
  );
}
