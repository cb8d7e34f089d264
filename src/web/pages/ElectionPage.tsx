/** 记分员推选: who keeps the points, since when and on what basis; recording a ballot; every ballot there was (An1.2). */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Ballot, Elections, Keeper } from '../../contract/election.ts';
import { api } from '../api.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { TermLeft } from '../parts/TermLeft.tsx';
import { words } from '../words.ts';
import { electionWords as say } from '../words/election.ts';
import { ElectionForm } from './ElectionForm.tsx';

export function ElectionPage() {
  useTitle(say.title);
  const { organisation } = useParams({ from: '/organisation/$organisation' });
  const [on, setOn] = useState<string>();
  const query = useQuery({
    queryKey: ['elections', organisation, on],
    queryFn: () => api.elections(on === undefined ? { organisation } : { organisation, on }),
    placeholderData: (before) => before,
  });
  return (
    <>
      <h1>{say.title}</h1>
      <p className="lead">{say.intro}</p>
      <Loaded query={query}>
        {(shown) => (
          <>
            <Now shown={shown} />
            {shown.mayRecord && <ElectionForm shown={shown} organisation={organisation} ask={setOn} />}
            <History shown={shown} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Now({ shown }: { readonly shown: Elections }) {
  const { scorekeeper, checker, substitution } = shown;
  return (
    <section className="block" aria-labelledby="now">
      <h2 id="now">{say.now}</h2>
      {substitution !== null && <p>{substitution}</p>}
      {scorekeeper === null ? <p>{say.nobody}</p> : <Held keeper={scorekeeper} />}
      <h3>{say.checker}</h3>
      {checker === null ? <p>{say.noChecker}</p> : <Held keeper={checker} />}
      {scorekeeper !== null && (
        <p>
          <Link
            to="/organisation/$organisation/handover"
            params={{ organisation: shown.organisation.id }}
            className="inline-door"
          >
            {say.handover}
          </Link>
        </p>
      )}
    </section>
  );
}

function Held({ keeper: { person, from, until, daysLeft, basis } }: { readonly keeper: Keeper }) {
  return (
    <dl className="particulars">
      <div className="pair">
        <dt>{words.name}</dt>
        <dd>{person.name}</dd>
      </div>
      <div className="pair">
        <dt>{say.since}</dt>
        <dd>
          {until === null ? `${words.openTerm(from)}，${say.untilOpen}` : words.untilTerm(from, until)}
          <TermLeft days={daysLeft} />
        </dd>
      </div>
      <div className="pair wide">
        <dt>{say.basis}</dt>
        <dd>{basis ?? words.none}</dd>
      </div>
    </dl>
  );
}

type Row = Ballot & { readonly key: string };

const COLUMNS: Column<Row>[] = [
  { key: 'ballot', title: say.meeting, head: true, render: ({ ballot, on }) => say.ballot(ballot, on) },
  {
    key: 'result',
    title: say.result,
    render: ({ elected }) => (elected === null ? say.undecided : say.electedWords(elected.name)),
  },
  {
    key: 'attendance',
    title: say.attendance,
    figure: true,
    render: ({ entitled, present }) => `${entitled}／${present}`,
  },
  {
    key: 'counted',
    title: say.counted,
    wide: true,
    render: ({ ballots, abstained, invalid, secret }) =>
      [
        secret ? say.secret : say.open,
        ...ballots.map(({ person, votes }) => say.votesOf(person.name, votes)),
        say.blank(abstained, invalid),
      ].join('；'),
  },
  {
    key: 'minutes',
    title: say.record2,
    wide: true,
    render: ({ place, minutes, reason }) =>
      [place, minutes, reason === '' ? '' : say.early(reason)].filter(Boolean).join('；'),
  },
];

function History({ shown: { elections } }: { readonly shown: Elections }) {
  const rows: Row[] = elections.flatMap(({ electionId, ballots }) =>
    ballots.toReversed().map((ballot) => ({ ...ballot, key: `${electionId} ${ballot.ballot}` })),
  );
  return (
    <section className="block" aria-labelledby="history">
      <h2 id="history">{say.history}</h2>
      {rows.length === 0 ? (
        <p>{say.noHistory}</p>
      ) : (
        <Listing caption={say.history} columns={COLUMNS} rows={rows} rowKey={({ key }) => key} />
      )}
    </section>
  );
}
