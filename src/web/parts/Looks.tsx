/** Who looked at one's own points and papers; and, for the audit administrator, how often anybody did. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Look, LookCounted } from '../../contract/privacy.ts';
import { api } from '../api.ts';
import { instantText } from '../instant.ts';
import { privacyWords } from '../words/privacy.ts';
import { type Column, Listing } from './Listing.tsx';
import { Loaded } from './State.tsx';

const LOOKS: Column<Look>[] = [
  { key: 'at', title: privacyWords.lookWhen, head: true, render: ({ at }) => instantText(at) },
  { key: 'name', title: privacyWords.lookWho, render: ({ name }) => name },
  {
    key: 'offices',
    title: privacyWords.lookOffices,
    wide: true,
    render: ({ offices, organisation }) => [organisation, ...offices].join(' · '),
  },
  {
    key: 'what',
    title: privacyWords.lookWhat,
    wide: true,
    render: ({ what, everybody }) => `${what}${everybody ? privacyWords.everybody : ''}`,
  },
];

export function Looks() {
  const [before, setBefore] = useState<string>();
  const query = useQuery({
    queryKey: ['looks', before],
    queryFn: () => api.ownLooks(before === undefined ? {} : { before }),
  });
  return (
    <section className="block" aria-labelledby="looks">
      <h2 id="looks">{privacyWords.looks}</h2>
      <Loaded query={query}>
        {({ days, looks, more }) => (
          <>
            <p>{privacyWords.looksText(days)}</p>
            {looks.length === 0 ? (
              <p>{privacyWords.noLooks}</p>
            ) : (
              <Listing
                caption={privacyWords.looks}
                columns={LOOKS}
                rows={looks}
                rowKey={({ at, name, organisation, what, everybody }) =>
                  [at, name, organisation, what, everybody].join(' ')
                }
              />
            )}
            <p className="acts">
              {more && <Button onClick={() => setBefore(looks.at(-1)?.at)}>{privacyWords.older}</Button>}
              {before !== undefined && (
                <Button onClick={() => setBefore(undefined)}>{privacyWords.latest}</Button>
              )}
            </p>
          </>
        )}
      </Loaded>
    </section>
  );
}

const COUNTS: Column<LookCounted>[] = [
  { key: 'name', title: privacyWords.lookWho, head: true, render: ({ name }) => name },
  { key: 'organisation', title: privacyWords.countOrganisation, render: ({ organisation }) => organisation },
  { key: 'people', title: privacyWords.countPeople, figure: true, render: ({ people }) => String(people) },
  { key: 'looks', title: privacyWords.countLooks, figure: true, render: ({ looks }) => String(looks) },
];

export function LookCounts() {
  const query = useQuery({ queryKey: ['lookCounts'], queryFn: () => api.lookCounts() });
  return (
    <section className="block" aria-labelledby="lookCounts">
      <h2 id="lookCounts">{privacyWords.counts}</h2>
      <Loaded query={query}>
        {({ days, counts }) => (
          <>
            <p>{privacyWords.countsText(days)}</p>
            <Listing
              caption={privacyWords.counts}
              columns={COUNTS}
              rows={counts}
              rowKey={({ name, organisation }) => `${organisation} ${name}`}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}
