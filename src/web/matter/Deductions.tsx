/** Proposed deductions as they were served: reason, evidence, the day to answer by, and the answer. */
import { useQueryClient } from '@tanstack/react-query';
import type { Matter } from '../../contract/round.ts';
import type { MatterCourse } from '../../contract/roundMember.ts';
import { api } from '../api.ts';
import { EvidenceList } from '../parts/EvidenceList.tsx';
import { AskForm } from '../parts/AskForm.tsx';
import { roundPeopleWords as words } from '../words/roundPeople.ts';
import type { MatterAddress } from './queries.ts';

type Deduction = Matter['deductions'][number];
type Shown = { readonly at: MatterAddress; readonly matter: Matter; readonly course: MatterCourse };

export function Deductions({ at, matter, course }: Shown) {
  if (matter.deductions.length === 0) return null;
  return (
    <section className="block" aria-labelledby="deductions">
      <h2 id="deductions">{words.deductions}</h2>
      <p className="quiet">{words.deductionsNote}</p>
      {matter.deductions.map((one) => (
        <article key={one.proposalId} className="card" aria-label={`${words.deductions} ${one.item.name}`}>
          <div className="card-head">{one.item.name}</div>
          <Facts one={one} />
          <EvidenceList at={at} files={one.evidence} hidden={one.hiddenEvidence} />
          {one.answer === null && !one.withdrawn && matter.acts.includes('answerDeduction') && (
            <Answering at={at} one={one} course={course} />
          )}
        </article>
      ))}
    </section>
  );
}

function Facts({ one }: { readonly one: Deduction }) {
  const { amount, day, reason, basis, supplier, withdrawn, upheld, answer, corrects } = one;
  const facts = [
    [words.amount, corrects === null ? amount : ''],
    [words.day, day],
    [words.reason, reason],
    [words.basis, basis],
    [words.supplier, supplier],
    [words.answered, answer === null ? '' : `${answer.words}${answer.spoken ? words.spoken : ''}`],
    [
      words.decision,
      withdrawn ? words.withdrawn : corrects === null ? words.upheld(upheld) : words.corrected(upheld),
    ],
  ] as const;
  return (
    <dl>
      {facts
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label} className="pair">
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

function Answering({
  at,
  one: { proposalId },
  course: { answers, own },
}: Pick<Shown, 'at' | 'course'> & { readonly one: Deduction }) {
  const queries = useQueryClient();
  const due = answers.find((answer) => answer.proposalId === proposalId);
  const field = `answer-${proposalId}`;
  return (
    <>
      {due !== undefined && <p>{words.answerUntil(due)}</p>}
      <AskForm
        fields={[{ id: field, label: words.answer, long: true }]}
        act={words.answerAct}
        send={async (filled) => {
          await api.answerDeduction({
            ...at,
            proposal: proposalId,
            words: filled[field] ?? '',
            spoken: !own,
          });
          await queries.invalidateQueries();
        }}
      />
    </>
  );
}
