/** 预演: whom another version would change, on the year's real books; it writes nothing. */
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { api } from '../api.ts';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded, PageFailure } from '../parts/State.tsx';
import { AskRehearsal } from '../rules/AskRehearsal.tsx';
import { Rehearsed } from '../rules/Rehearsed.tsx';
import { rulesWords } from '../words/rules.ts';

const HERE = '/organisation/$organisation/rules/rehearsal';

export function RehearsalPage() {
  useTitle(rulesWords.rehearsalTitle);
  const { organisation } = useParams({ from: HERE });
  const { rules, year } = useSearch({ from: HERE });
  const choices = useQuery({
    queryKey: ['rehearsalChoices', organisation],
    queryFn: () => api.rehearsalChoices({ organisation }),
    staleTime: 0,
  });
  return (
    <>
      <h1>{rulesWords.rehearsalTitle}</h1>
      <p className="lead">{rulesWords.rehearsalIntro}</p>
      <Loaded query={choices}>
        {({ versions, years }) =>
          years.length === 0 ? (
            <p className="empty">{rulesWords.noYear}</p>
          ) : (
            <AskRehearsal versions={versions} years={years} chosen={{ rules, year }} />
          )
        }
      </Loaded>
      {rules !== undefined && year !== undefined && (
        <Result key={`${rules} ${year}`} organisation={organisation} rules={rules} year={year} />
      )}
    </>
  );
}

type ResultProps = { readonly organisation: string; readonly rules: string; readonly year: string };

function Result({ organisation, rules, year }: ResultProps) {
  const query = useQuery({
    queryKey: ['rehearsal', organisation, rules, year],
    queryFn: () => api.rehearsal({ organisation, rules, year }),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  if (query.isError) return <PageFailure error={query.error} again={() => void query.refetch()} />;
  if (query.data === undefined)
    return (
      <div className="block" role="status">
        <p>{rulesWords.rehearsing}</p>
        <Skeleton active={false} paragraph={{ rows: 6 }} />
      </div>
    );
  return <Rehearsed found={query.data} />;
}
