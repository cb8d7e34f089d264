/** 新增党员: one person joins the branch, by another branch's transcript or entered by hand. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { Particulars } from '../../contract/standing.ts';
import { api } from '../api.ts';
import { AskForm, type Asked } from '../parts/AskForm.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { standingWords } from '../words/standing.ts';
import { Receiving } from './Receiving.tsx';
import { PARTICULARS, particularsOf } from './Amending.tsx';

type Field = keyof Particulars | 'type' | 'joinedOn';

const TYPES = ['full', 'probationary', 'applicant'] as const;

const FIELDS: readonly Asked<Field>[] = [
  {
    id: 'type',
    label: standingWords.type,
    options: TYPES.map((value) => ({ value, label: standingWords.types[value] })),
  },
  { id: 'joinedOn', label: standingWords.joinedOn, complete: 'off' },
  ...PARTICULARS,
];

export function JoiningPage() {
  useTitle(standingWords.joiningTitle);
  const { organisation } = useParams({ from: '/organisation/$organisation/register/joining' });
  return (
    <>
      <h1>{standingWords.joiningTitle}</h1>
      <p className="lead">{standingWords.joiningIntro}</p>
      <Receiving organisation={organisation} />
      <ByHand organisation={organisation} />
    </>
  );
}

function ByHand({ organisation }: { readonly organisation: string }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <details className="block">
      <summary>{standingWords.byHand}</summary>
      <p className="quiet">{standingWords.byHandNote}</p>
      <AskForm
        fields={FIELDS}
        act={standingWords.record}
        send={async ({ type, joinedOn, ...filled }) => {
          const { member } = await api.registerMember({
            organisation,
            type: TYPES.find((one) => one === type) ?? 'full',
            joinedOn: joinedOn.trim(),
            particulars: particularsOf(filled),
          });
          await queries.invalidateQueries();
          await navigate({
            to: '/organisation/$organisation/register/$member',
            params: { organisation, member },
          });
        }}
      />
    </details>
  );
}
