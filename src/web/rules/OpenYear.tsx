/** 开立年度: the years that may be opened now, each under the version in force for it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import type { Rules } from '../../contract/rules.ts';
import { api, sentenceOf } from '../api.ts';
import { words } from '../words.ts';
import { rulesWords } from '../words/rules.ts';

export function OpenYear({ rules: { organisation, toOpen } }: { readonly rules: Rules }) {
  const queries = useQueryClient();
  const opening = useMutation({
    mutationFn: (year: number) => api.openAdoptedYear({ organisation: organisation.id, year }),
    onSuccess: () => queries.invalidateQueries(),
  });
  if (toOpen.length === 0 && opening.data === undefined) return null;
  return (
    <section className="block" aria-labelledby="opening">
      <h2 id="opening">{rulesWords.openTitle}</h2>
      <p>{rulesWords.openIntro}</p>
      <ul className="undoing">
        {toOpen.map(({ year, version }) => (
          <li key={year}>
            {version === null ? (
              rulesWords.nothingAdopted(year)
            ) : (
              <Button
                type="primary"
                loading={opening.isPending && opening.variables === year}
                onClick={() => opening.mutate(year)}
              >
                {opening.isPending && opening.variables === year
                  ? words.sending
                  : rulesWords.openAct(year, version)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div aria-live="polite">
        {opening.isError && <Alert type="error" title={sentenceOf(opening.error)} />}
        {opening.data !== undefined && <Opened organisation={organisation.id} year={opening.data.year} />}
      </div>
    </section>
  );
}

function Opened({ organisation, year }: { readonly organisation: string; readonly year: number }) {
  const params = { organisation, year: String(year) };
  return (
    <Alert
      type="success"
      title={rulesWords.openedNow(year)}
      description={
        <>
          <Link to="/branch/$organisation/$year" params={params} className="inline-door">
            {rulesWords.seeYear}
          </Link>
          <Link to="/branch/$organisation/$year/calendar" params={params} className="inline-door">
            {rulesWords.seeCalendar}
          </Link>
        </>
      }
    />
  );
}
