/** The rounds of a year, and where each stands. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Rounds } from '../../contract/roundDesk.ts';
import type { YearAddress } from '../api.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { roundsQuery } from '../round/queries.ts';
import { roundWords } from '../words/round.ts';

type Head = Rounds['periods'][number];

export function YearRoundsPage() {
  const at = useParams({ from: '/branch/$organisation/$year/rounds' });
  useTitle(roundWords.title);
  return (
    <>
      <h1>{roundWords.title}</h1>
      <p className="lead">{roundWords.listLead}</p>
      <Loaded query={useQuery(roundsQuery(at))}>
        {({ periods }) => (
          <Listing
            caption={roundWords.title}
            columns={columnsOf(at)}
            rows={periods}
            rowKey={({ period }) => String(period)}
          />
        )}
      </Loaded>
    </>
  );
}

function columnsOf({ organisation, year }: YearAddress): Column<Head>[] {
  return [
    {
      key: 'period',
      title: roundWords.period,
      head: true,
      render: ({ period, label }) => (
        <Link
          className="door"
          to="/branch/$organisation/$year/rounds/$period"
          params={{ organisation, year, period: String(period) }}
        >
          {label}
        </Link>
      ),
    },
    {
      key: 'states',
      title: roundWords.stands,
      wide: true,
      render: ({ filingOn, first, states }) =>
        filingOn === null
          ? `${roundWords.notBegun}；${roundWords.fromDay(first)}`
          : states.map(({ name, count }) => roundWords.stateCount(name, count)).join('；'),
    },
    { key: 'filing', title: roundWords.filing, short: true, render: ({ filingOn }) => filingOn ?? '—' },
    {
      key: 'people',
      title: roundWords.peopleIn,
      figure: true,
      render: ({ filingOn, people }) => (filingOn === null ? '—' : people),
    },
  ];
}
