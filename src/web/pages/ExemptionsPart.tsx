/** One part of the list of exemptions: a row an application, as many at a time as one looks through. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ExemptionRow } from '../../contract/exemptions.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { exemptionListWords } from '../words/exemptionList.ts';

const AT_ONCE = 50;

type PartProps = {
  readonly part: ExemptionRow['part'];
  readonly rows: readonly ExemptionRow[];
  readonly branches: boolean;
};

export function ExemptionsPart({ part, rows, branches }: PartProps) {
  const [shown, setShown] = useState(AT_ONCE);
  const columns = COLUMNS.filter(({ key }) => branches || key !== 'branch');
  return (
    <section className="block" aria-labelledby={`part-${part}`}>
      <h2 id={`part-${part}`}>{exemptionListWords.parts[part]}</h2>
      {rows.length === 0 ? (
        <p>{exemptionListWords.emptyParts[part]}</p>
      ) : (
        <Listing
          caption={exemptionListWords.parts[part]}
          columns={columns}
          rows={rows.slice(0, shown)}
          rowKey={({ id }) => id}
        />
      )}
      {rows.length > shown && (
        <Button onClick={() => setShown(shown + AT_ONCE)}>
          {exemptionListWords.more(rows.length - shown)}
        </Button>
      )}
    </section>
  );
}

const COLUMNS: Column<ExemptionRow>[] = [
  {
    key: 'member',
    title: exemptionListWords.member,
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
  { key: 'branch', title: exemptionListWords.branch, render: ({ organisation }) => organisation.name },
  {
    key: 'next',
    title: exemptionListWords.next,
    wide: true,
    render: ({ next, term }) => [next, term].filter(Boolean).join('，'),
  },
  { key: 'since', title: exemptionListWords.since, short: true, render: ({ since }) => since },
  { key: 'clause', title: exemptionListWords.clause, render: () => exemptionListWords.clauseText },
  {
    key: 'mine',
    title: exemptionListWords.mine,
    render: ({ acts }) => acts.map(({ name }) => name).join('、') || exemptionListWords.nothing,
  },
];
