/** A bonus claimed or a deduction proposed, with everything the meeting hears of it. */
import { useParams } from '@tanstack/react-router';
import { EvidenceList } from '../parts/EvidenceList.tsx';
import { meetingWords as words } from '../words/meeting.ts';
import { isAwaited, type ToAppraise } from './decisionForm.ts';

export type Bonus = ToAppraise['bonuses'][number];
export type Deduction = ToAppraise['deductions'][number];

type Whose = { readonly member: string };

export function BonusSaid({ member, bonus }: Whose & { readonly bonus: Bonus }) {
  const { item, amount, day, reason, document, achievement } = bonus;
  return (
    <>
      <strong>{item.name}</strong> {words.claimLine(amount, day)}
      <Said
        parts={[
          reason,
          document === '' ? null : words.basis(document),
          achievement === null ? null : words.achievement(achievement),
        ]}
      />
      <Files member={member} {...bonus} />
    </>
  );
}

/** `on`: the meeting's day. */
type OnDay = { readonly deduction: Deduction; readonly on: string };

export function DeductionSaid({ member, deduction, on }: Whose & OnDay) {
  const { item, amount, day, reason, basis, supplier, answer, answerUntil, corrects } = deduction;
  return (
    <>
      <strong>{item.name}</strong> {corrects === null ? words.claimLine(amount, day) : day}
      <Said parts={[reason, words.basis(basis), supplier === '' ? null : words.supplier(supplier)]} />
      <Files member={member} {...deduction} />
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

/** Opened before the meeting by whoever may. */
function Files({ member, evidence, hiddenEvidence }: Whose & Pick<Bonus, 'evidence' | 'hiddenEvidence'>) {
  const at = useParams({ from: '/branch/$organisation/$year/rounds/$period/meeting' });
  return <EvidenceList at={{ ...at, member }} files={evidence} hidden={hiddenEvidence} />;
}

const Said = ({ parts }: { readonly parts: readonly (string | null)[] }) => (
  <span className="person-more">{parts.filter(Boolean).join('；')}</span>
);

export const optionsOf = ({ corrects }: Deduction): readonly [string, string] =>
  corrects === null ? [words.uphold, words.drop] : [words.correct, words.leave];
