/** 免予参加: the applications the reader has to do with, here and in the branches below: where each stands and who acts next. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../api.ts';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { exemptionWords } from '../words/exemption.ts';
import { exemptionListWords } from '../words/exemptionList.ts';
import { ApplyingFor } from './ExemptionApplyingFor.tsx';
import { ExemptionsPart } from './ExemptionsPart.tsx';

const PARTS = ['open', 'running', 'closed'] as const;

export function ExemptionsPage() {
  const { organisation } = useParams({ from: '/organisation/$organisation/exemptions' });
  useTitle(exemptionListWords.list);
  const query = useQuery({
    queryKey: ['exemptions', organisation],
    queryFn: () => api.exemptions({ organisation }),
  });
  return (
    <Loaded query={query}>
      {(list) => (
        <>
          <h1>{exemptionListWords.list}</h1>
          <p className="lead">{exemptionListWords.listIntro}</p>
          {PARTS.map((part) => (
            <ExemptionsPart
              key={part}
              part={part}
              rows={list.rows.filter((row) => row.part === part)}
              branches={list.rows.some((row) => row.organisation.id !== organisation)}
            />
          ))}
          {list.members.length > 0 && <ApplyingFor list={list} />}
          <p className="block">
            <a className="inline-door" href="/templates/exemption.xlsx" download>
              {exemptionWords.blank}
            </a>
          </p>
        </>
      )}
    </Loaded>
  );
}
