/** 名册登记: one person of the register, where they stand, how that came about, and what the reader may record. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { RegisterMemberPage as Page } from '../../contract/standing.ts';
import { api } from '../api.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { words } from '../words.ts';
import { standingWords } from '../words/standing.ts';
import { Amending } from './Amending.tsx';
import { Deciding } from './Deciding.tsx';

type Shown = { readonly page: Page };

export function RegisterMemberPage() {
  const { organisation, member } = useParams({ from: '/organisation/$organisation/register/$member' });
  const query = useQuery({
    queryKey: ['registerMember', organisation, member],
    queryFn: () => api.registerMemberPage({ organisation, member }),
  });
  useTitle(query.data?.member.name ?? standingWords.memberTitle);
  return (
    <Loaded query={query}>
      {(page) => (
        <>
          <h1>
            {page.member.name} <span className="h1-more">{standingWords.memberTitle}</span>
          </h1>
          <p className="lead">{page.member.standing}</p>
          <Due page={page} />
          <Particulars page={page} />
          <History page={page} />
          <Years page={page} />
          <section className="block" aria-labelledby="acts">
            <h2 id="acts">{standingWords.acts}</h2>
            {page.open.length === 0 && !page.mayAmend ? (
              <p>{standingWords.noActs}</p>
            ) : (
              <p className="quiet">{standingWords.actsIntro}</p>
            )}
            <Deciding key={`deciding ${page.version}`} page={page} />
            {page.mayAmend && <Amending key={`amending ${page.version}`} page={page} />}
          </section>
        </>
      )}
    </Loaded>
  );
}

function Due({ page: { due } }: Shown) {
  return (
    <section className="block" aria-labelledby="due">
      <h2 id="due">{standingWords.due}</h2>
      {due.length === 0 ? (
        <p>{standingWords.nothingDue}</p>
      ) : (
        <ul className="notes">
          {due.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Particulars({ page: { particulars, offices } }: Shown) {
  const rows = Object.entries(standingWords.labels).map(
    ([key, label]) => [label, particulars[key as keyof typeof particulars]] as const,
  );
  const known = [
    ...rows,
    [standingWords.offices, offices.length === 0 ? null : offices.join('、')] as const,
  ].filter(([, text]) => text !== null && text !== '');
  return (
    <section className="block" aria-labelledby="particulars">
      <h2 id="particulars">{standingWords.particulars}</h2>
      <dl className="facts">
        {known.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const COLUMNS: Column<Page['history'][number]>[] = [
  { key: 'what', title: standingWords.what, head: true, render: ({ title }) => title },
  { key: 'basis', title: standingWords.basis, wide: true, render: ({ basis }) => basis ?? words.none },
  {
    key: 'recorded',
    title: standingWords.recorded,
    render: ({ recordedBy, recordedOn }) => standingWords.by(recordedBy, recordedOn),
  },
];

function History({ page: { history } }: Shown) {
  return (
    <section className="block" aria-labelledby="history">
      <h2 id="history">{standingWords.history}</h2>
      <Listing
        caption={standingWords.history}
        columns={COLUMNS}
        rows={history}
        rowKey={({ seq }) => String(seq)}
      />
    </section>
  );
}

function Years({ page: { years, organisation, member } }: Shown) {
  if (years.length === 0) return null;
  return (
    <section className="block" aria-labelledby="years">
      <h2 id="years">{standingWords.years}</h2>
      <ul className="files">
        {years.map((year) => (
          <li key={year}>
            <Link
              to="/branch/$organisation/$year/member/$member"
              params={{ organisation: organisation.id, year: String(year), member: member.id }}
            >
              {words.yearLabel(year)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
