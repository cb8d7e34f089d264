/** A member appeals, or somebody writes down what a member says. */
import { useQueryClient } from '@tanstack/react-query';
import type { Appeals } from '../../contract/appeals.ts';
import { api } from '../api.ts';
import type { MatterAddress } from '../matter/queries.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { appealWords as words } from '../words/appeals.ts';

/** As a choice's value: the registered points are no objection. */
const POINTS = 'points';

type Props = {
  readonly at: MatterAddress;
  readonly own: boolean;
  readonly subjects: Appeals['mayLodge'];
};

export function Lodging({ at, own, subjects }: Props) {
  const queries = useQueryClient();
  const options = subjects.map(({ objection, about }) => ({
    value: objection ?? POINTS,
    label: words.subjects[about],
  }));
  const start = options.length === 1 ? { 'appeal-subject': options[0]?.value ?? '' } : {};
  return (
    <details className="block">
      <summary>{words.lead}</summary>
      <p className="quiet">{words.note}</p>
      {!own && <p className="quiet">{words.onBehalfNote}</p>}
      <AskForm
        fields={[
          { id: 'appeal-subject', label: words.subject, options },
          { id: 'appeal-words', label: words.words, long: true, most: 2_000 },
        ]}
        start={start}
        act={words.lodge}
        send={async (filled) => {
          const subject = filled['appeal-subject'];
          const objection = subject === POINTS ? null : subject;
          await api.lodgeAppeal({ ...at, objection, words: filled['appeal-words'] });
          await queries.invalidateQueries();
        }}
      />
    </details>
  );
}
