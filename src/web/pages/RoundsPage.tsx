/** 季度积分审核: the branches by step, what waits here, and one branch's submissions to review, return and file. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { RoundMapPage } from '../../contract/roundCommittee.ts';
import { api } from '../api.ts';
import { WaitingAppeals } from '../appeal/WaitingAppeals.tsx';
import { Submissions } from '../matter/Submissions.tsx';
import { type Column, Listing } from '../parts/Listing.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { todayInShanghai } from '../today.ts';
import { roundPeopleWords as words } from '../words/roundPeople.ts';

type Branch = RoundMapPage['branches'][number];
type Shown = { readonly organisation: string; readonly map: RoundMapPage };

export function RoundsPage() {
  const { organisation } = useParams({ from: '/organisation/$organisation/rounds' });
  const {
    branch,
    period,
    year = Number(todayInShanghai().slice(0, 4)),
  } = useSearch({
    from: '/organisation/$organisation/rounds',
  });
  const query = useQuery({
    queryKey: ['rounds', organisation, year, period],
    queryFn: () =>
      api.roundMap({ organisation, year: String(year), ...(period === undefined ? {} : { period }) }),
  });
  useTitle(words.roundsTitle);
  return (
    <>
      <h1>
        {words.roundsTitle} <span className="h1-more">{words.yearOf(year)}</span>
      </h1>
      <WaitingAppeals organisation={organisation} />
      <Loaded query={query}>
        {(map) => (
          <>
            <Choosing organisation={organisation} map={map} />
            {map.period === null ? (
              <p className="lead">{words.noneBegun}</p>
            ) : (
              <>
                <Branches organisation={organisation} map={map} />
                <Chosen
                  key={`${map.year} ${map.period} ${branch}`}
                  organisation={organisation}
                  map={map}
                  branch={branch}
                />
              </>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

/** The branch that was asked for, else the first that waits; it stays until the reader goes on to the next. */
function Chosen({ organisation, map, branch }: Shown & { readonly branch: string | undefined }) {
  const { year, period, branches } = map;
  const waiting = branches.filter(isWaiting).map((one) => one.organisation);
  const [chosen] = useState(branch ?? waiting[0]?.id);
  if (chosen === undefined || period === null) return null;
  const next = waiting.find(({ id }) => id !== chosen);
  return (
    <>
      <Submissions
        at={{ organisation: chosen, year: String(year), period: String(period) }}
        name={branches.find((one) => one.organisation.id === chosen)?.organisation.name ?? ''}
      />
      {next !== undefined && (
        <p className="block">
          <Link
            to="/organisation/$organisation/rounds"
            params={{ organisation }}
            search={{ year, period, branch: next.id }}
            className="inline-door"
          >
            {words.nextWaiting(next.name)}
          </Link>
        </p>
      )}
    </>
  );
}

function Choosing({ organisation, map: { year, periods } }: Shown) {
  return (
    <nav className="acts" aria-label={words.whichRound}>
      {[...periods.map((period) => ({ year, period })), { year: year - 1, period: undefined }].map((one) => (
        <Link
          key={`${one.year} ${one.period ?? ''}`}
          to="/organisation/$organisation/rounds"
          params={{ organisation }}
          search={{ year: one.year, period: one.period }}
          className="inline-door"
        >
          {words.roundOf(one.year, one.period)}
        </Link>
      ))}
    </nav>
  );
}

function Branches({ organisation, map: { year, period, branches } }: Shown) {
  const columns: Column<Branch>[] = [
    {
      key: 'name',
      title: words.branchName,
      head: true,
      render: ({ organisation: { id, name } }) => (
        <Link
          to="/organisation/$organisation/rounds"
          params={{ organisation }}
          search={{ year, period: period ?? undefined, branch: id }}
          className="inline-door"
        >
          {name}
        </Link>
      ),
    },
    {
      key: 'steps',
      title: words.course,
      wide: true,
      render: ({ counts, filingOn }) =>
        filingOn === null
          ? words.notBegun
          : counts.map(({ name, count }) => words.countOf(name, count)).join('；'),
    },
    { key: 'people', title: words.peopleCount, figure: true, render: ({ people }) => people },
    { key: 'review', title: words.toReview, figure: true, render: ({ toReview }) => toReview },
    { key: 'file', title: words.toFile, figure: true, render: ({ toFile }) => toFile },
    { key: 'filed', title: words.filed, figure: true, render: ({ filed }) => filed },
    { key: 'pending', title: words.pending, figure: true, render: pendingOf },
    { key: 'filingOn', title: words.filingOn, short: true, render: ({ filingOn }) => filingOn ?? '—' },
    {
      key: 'late',
      title: words.overdue,
      render: ({ late }) => (late > 0 ? words.lateCount(late) : '—'),
    },
  ];
  const waiting = branches.filter(isWaiting);
  return (
    <section className="block" aria-labelledby="branches">
      <h2 id="branches">{words.branches}</h2>
      <p>{waiting.length === 0 ? words.nothingWaits : words.waits(waiting.length)}</p>
      <Listing
        caption={words.branches}
        columns={columns}
        rows={branches}
        rowKey={({ organisation: { id } }) => id}
      />
    </section>
  );
}

const isWaiting = ({ toReview, toFile }: Branch) => toReview + toFile > 0;

const pendingOf = ({ people, toReview, toFile, filed }: Branch) => people - toReview - toFile - filed;
