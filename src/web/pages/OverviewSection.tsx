/** 概况: a branch's own figures, or a committee's branches summed up with one row each; every name of a branch is a door. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useMemo, useState } from 'react';
import type { BranchFigures, Overview } from '../../contract/overview.ts';
import { api } from '../api.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { Pages } from '../parts/Narrowing.tsx';
import { Loaded } from '../parts/State.tsx';
import { overviewWords as say } from '../words/overview.ts';

type Props = { readonly organisation: string; readonly isBranch: boolean };

export function OverviewSection({ organisation, isBranch }: Props) {
  const query = useQuery({
    queryKey: ['overview', organisation],
    queryFn: () => api.overview({ organisation }),
  });
  return (
    <Loaded query={query}>
      {(shown) => (
        <section className="block" aria-labelledby="overview">
          <h2 id="overview">{say.title(shown.year)}</h2>
          <p className="quiet">{say.note}</p>
          <Sums shown={shown} isBranch={isBranch} />
          {!isBranch && (shown.branches.length === 0 ? <p>{say.none}</p> : <Branches shown={shown} />)}
        </section>
      )}
    </Loaded>
  );
}

function Sums({
  shown: { sum, branches },
  isBranch,
}: {
  readonly shown: Overview;
  readonly isBranch: boolean;
}) {
  const [only] = branches;
  const own: [string, string | number][] =
    isBranch && only !== undefined
      ? [
          [say.year, only.yearOpen ? say.open : say.notOpen],
          [say.rules, only.rulesAdopted ? say.adopted : say.notAdopted],
          [say.plans, sum.plans],
          [say.vacant, only.vacant.join('、') || say.noVacancy],
        ]
      : [
          [say.branches, sum.branches],
          [say.year, say.ofBranches(sum.yearsOpen, sum.branches)],
          [say.rules, say.ofBranches(sum.rulesAdopted, sum.branches)],
          [say.plans, sum.plans],
          [say.vacant, sum.vacant],
        ];
  const heads: [string, string | number][] = [
    [say.full, sum.full],
    [say.probationary, sum.probationary],
    [say.applicants, sum.applicants],
    [say.exempt, sum.exempt],
    [say.counted, sum.counted],
  ];
  return (
    <dl className="particulars">
      {[...heads, ...own].map(([label, value]) => (
        <div key={label} className="pair">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const COLUMNS: Column<BranchFigures>[] = [
  {
    key: 'name',
    title: say.branch,
    head: true,
    render: ({ organisation: { id, name } }) => (
      <Link to="/organisation/$organisation" params={{ organisation: id }} className="inline-door">
        {name}
      </Link>
    ),
  },
  { key: 'full', title: say.full, figure: true, render: ({ full }) => full },
  { key: 'probationary', title: say.probationary, figure: true, render: ({ probationary }) => probationary },
  { key: 'applicants', title: say.applicants, figure: true, render: ({ applicants }) => applicants },
  { key: 'exempt', title: say.exempt, figure: true, render: ({ exempt }) => exempt },
  { key: 'counted', title: say.counted, figure: true, render: ({ counted }) => counted },
  { key: 'year', title: say.year, render: ({ yearOpen }) => (yearOpen ? say.open : say.notOpen) },
  {
    key: 'rules',
    title: say.rules,
    render: ({ rulesAdopted }) => (rulesAdopted ? say.adopted : say.notAdopted),
  },
  { key: 'plans', title: say.plans, figure: true, render: ({ plans }) => plans },
  {
    key: 'vacant',
    title: say.vacant,
    wide: true,
    render: ({ vacant }) => vacant.join('、') || say.noVacancy,
  },
];

const ORDERS: Readonly<Record<string, (a: BranchFigures, b: BranchFigures) => number>> = {
  name: (a, b) => a.organisation.name.localeCompare(b.organisation.name, 'zh'),
  vacant: (a, b) => b.vacant.length - a.vacant.length,
  notOpen: (a, b) => Number(a.yearOpen) - Number(b.yearOpen),
  counted: (a, b) => b.counted - a.counted,
};
const ON_A_PAGE = 50;

function Branches({ shown: { branches } }: { readonly shown: Overview }) {
  const [q, setQ] = useState('');
  const [order, setOrder] = useState('name');
  const [page, setPage] = useState(1);
  const found = useMemo(
    () =>
      branches
        .filter(({ organisation }) => organisation.name.includes(q.trim()))
        .toSorted(ORDERS[order] ?? ORDERS['name']),
    [branches, q, order],
  );
  return (
    <>
      <search className="narrowing">
        <Input
          type="search"
          allowClear
          value={q}
          placeholder={say.search}
          aria-label={say.search}
          onChange={({ target }) => {
            setQ(target.value);
            setPage(1);
          }}
        />
        <select aria-label={say.order} value={order} onChange={({ target }) => setOrder(target.value)}>
          {Object.entries(say.orders).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </search>
      {found.length === 0 ? (
        <p className="empty">{say.noMatch}</p>
      ) : (
        <Listing
          caption={say.branches}
          columns={COLUMNS}
          rows={found.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)}
          rowKey={({ organisation }) => organisation.id}
        />
      )}
      <Pages total={found.length} page={page} go={setPage} />
    </>
  );
}
