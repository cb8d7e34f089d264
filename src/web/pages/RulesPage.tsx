/** 积分细则: the versions adopted, the draft in progress, and opening a year. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { DraftState } from '../rules/DraftState.tsx';
import { OpenYear } from '../rules/OpenYear.tsx';
import { rulesQuery } from '../rules/queries.ts';
import { Versions } from '../rules/Versions.tsx';
import { Years } from '../rules/Years.tsx';
import { rulesWords } from '../words/rules.ts';

export function RulesPage() {
  useTitle(rulesWords.title);
  const { organisation } = useParams({ from: '/organisation/$organisation/rules' });
  return (
    <>
      <h1>{rulesWords.title}</h1>
      <p className="lead">{rulesWords.intro}</p>
      <Loaded query={useQuery(rulesQuery(organisation))}>
        {(rules) => (
          <>
            {rules.abilities.includes('draftRules') && <DraftState rules={rules} />}
            {rules.abilities.includes('openYear') && <OpenYear rules={rules} />}
            <Versions rules={rules} />
            <Years rules={rules} />
          </>
        )}
      </Loaded>
    </>
  );
}
