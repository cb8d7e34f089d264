/** 分管领导签注意见: every member the reader may sign for in one list, prefilled, signed in one act. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../api.ts';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { Signing } from '../matter/Signing.tsx';
import { roundPeopleWords as words } from '../words/roundPeople.ts';

export function RoundOpinionsPage() {
  const at = useParams({ from: '/branch/$organisation/$year/rounds/$period/opinions' });
  const query = useQuery({
    queryKey: ['round', at.organisation, at.year, at.period, 'opinions'],
    queryFn: () => api.opinions(at),
  });
  useTitle(words.signTitle, query.data?.label ?? '');
  return (
    <Loaded query={query}>
      {(page) => (
        <>
          <h1>
            {words.signTitle} <span className="h1-more">{page.label}</span>
          </h1>
          <Signing at={at} page={page} />
        </>
      )}
    </Loaded>
  );
}
