/** 免予参加: the applications the reader has to do with, here and in the branches below: where each stands and who acts next. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ExemptionRow } from '../../contract/exemption.ts';
import { api } from '../api.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { exemptionWords } from '../words/exemption.ts';
import { ApplyingFor } from './ExemptionApplying.tsx';

const PARTS = ['open', 'running', 'closed'] as const;

export function ExemptionsPage() {
  const { organisation } = useParams({ from: '/organisation/$organisation/exemptions' });
  useTitle(exemptionWords.list);
  const query = useQuery({
    queryKey: ['exemptions', organisation],
    queryFn: () => api.exemptions({ organisation }),
  });
  return (
    <Loaded query={query}>
      {(list) => (
        <>
          <h1>{exemptionWords.list}</h1>
          <p className="lead">{exemptionWords.listIntro}</p>
          {PARTS.map((part) => (
            <Part
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

/** As many as one looks through at a time. */
const AT_ONCE = 50;

type PartProps = {
  readonly part: (typeof PARTS)[number];
  readonly rows: readonly ExemptionRow[];
  readonly branches: boolean;
};

function Part({ part, rows, branches }: PartProps) {
  const [shown, setShown] = useState(AT_ONCE);
  const columns = COLUMNS.filter(({ key }) => branches || key !== 'branch');
  return (
    <section className="block" aria-labelledby={`part-${part}`}>
      <h2 id={`part-${part}`}>{exemptionWords.parts[part]}</h2>
      {rows.length === 0 ? (
        <p>{exemptionWords.emptyParts[part]}</p>
      ) : (
        <Listing
          caption={exemptionWords.parts[part]}
          columns={columns}
          rows={rows.slice(0, shown)}
          rowKey={({ id }) => id}
        />
      )}
      {rows.length > shown && (
        <Button onClick={() => setShown(shown + AT_ONCE)}>{exemptionWords.more(rows.length - shown)}</Button>
      )}
    </section>
  );
}

const COLUMNS: Column<ExemptionRow>[] = [
  {
    key: 'member',
    title: exemptionWords.member,
    head: true,
    render: ({ organisation, member }) => (
      <Link
        to="/organisation/$organisation/exemption/$member"
        params={{ organisation: organisation.id, member: member.id }}
        className="inline-door"
      >
        {member.name}（{member.number}）
      </Link>
    ),
  },
  { key: 'branch', title: exemptionWords.branch, render: ({ organisation }) => organisation.name },
  {
    key: 'next',
    title: exemptionWords.next,
    wide: true,
    render: ({ state, next, term }) =>
      [next === state ? state : `${state}：${next}`, term].filter(Boolean).join('，'),
  },
  { key: 'since', title: exemptionWords.since, render: ({ since }) => since },
  { key: 'clause', title: exemptionWords.clause, render: () => exemptionWords.clauseText },
  {
    key: 'mine',
    title: exemptionWords.mine,
    render: ({ acts }) => acts.map(({ name }) => name).join('、') || exemptionWords.nothing,
  },
];
