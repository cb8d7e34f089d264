/** The organisation above answers one appeal. */
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import type { Appeals } from '../../contract/appeals.ts';
import type { MatterAddress } from '../matter/queries.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { appealWords as words } from '../words/appeals.ts';

type Props = {
  readonly at: MatterAddress;
  readonly appeal: string;
  readonly putRight: Appeals['putRight'];
};

export function Answering({ at, appeal, putRight }: Props) {
  const queries = useQueryClient();
  return (
    <>
      {putRight === 'yearEnd' && <p>{words.lastRound}</p>}
      <AskForm
        fields={[
          { id: 'appeal-verdict', label: words.verdict, options: words.verdicts[putRight] },
          { id: 'appeal-answer', label: words.answerText, long: true, most: 2_000 },
        ]}
        act={words.answerAct}
        send={async (filled) => {
          const upheld = filled['appeal-verdict'] === 'upheld';
          await api.answerAppeal({ ...at, appeal, upheld, answer: filled['appeal-answer'] });
          await queries.invalidateQueries();
        }}
      />
    </>
  );
}
