/** A bonus claimed or a deduction proposed, with everything the meeting hears of it. */
import { meetingWords as words } from '../words/meeting.ts';
import { isAwaited, type ToAppraise } from './decisionForm.ts';

export type Bonus = ToAppraise['bonuses'][number];
export type Deduction = ToAppraise['deductions'][number];

export function BonusSaid({ bonus }: { readonly bonus: Bonus }) {
  const { item, amount, day, reason, document, achievement, evidence } = bonus;
  return (
    <>
      <strong>{item.name}</strong> {words.claimLine(amount, day)}
      <Said
        parts={[
          reason,
          document === '' ? null : words.basis(document),
          achievement === null ? null : words.achievement(achievement),
          evidence.length === 0 ? null : words.files(evidence.length),
        ]}
      />
    </>
  );
}

/** `on`: the meeting's day. */
export function DeductionSaid({ deduction, on }: { readonly deduction: Deduction; readonly on: string }) {
  const { item, amount, day, reason, basis, supplier, evidence, answer, answerUntil, corrects } = deduction;
  return (
    <>
      <strong>{item.name}</strong> {corrects === null ? words.claimLine(amount, day) : day}
      <Said
        parts={[
          reason,
          words.basis(basis),
          supplier === '' ? null : words.supplier(supplier),
          evidence.length === 0 ? null : words.files(evidence.length),
        ]}
      />
      <span className="meet-answer">
        {answer !== null
          ? words.readOut(answer.words, answer.spoken)
          : isAwaited(deduction, on)
            ? words.answerRuns(answerUntil)
            : words.noAnswer(answerUntil, on > answerUntil)}
      </span>
    </>
  );
}

const Said = ({ parts }: { readonly parts: readonly (string | null)[] }) => (
  <span className="person-more">{parts.filter(Boolean).join('；')}</span>
);

export const optionsOf = ({ corrects }: Deduction): readonly [string, string] =>
  corrects === null ? [words.uphold, words.drop] : [words.correct, words.leave];
