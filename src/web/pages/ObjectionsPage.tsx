/** 异议: the receiver's desk. What waits comes first; overdue says so in words. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ObjectionLine } from '../../contract/objections.ts';
import { objectionDeskQuery } from '../objection/queries.ts';
import { Recording } from '../objection/Recording.tsx';
import { type Column, Listing } from '../parts/Listing.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { objectionWords as words } from '../words/objections.ts';

const columns = (organisation: string): readonly Column<ObjectionLine>[] => [
  {
    key: 'member',
    title: words.columns.member,
    head: true,
    render: ({ id, year, period, member }) => (
      <Link
        className="inline-door"
        to="/organisation/$organisation/objections/$year/$period/$member/$objection"
        params={{
          organisation,
          year: String(year),
          period: String(period),
          member: member.id,
          objection: id,
        }}
      >
        {words.open(member.name)}
      </Link>
    ),
  },
  { key: 'round', title: words.columns.round, render: ({ round }) => round },
  { key: 'on', title: words.columns.on, short: true, render: ({ on }) => on },
  { key: 'how', title: words.columns.how, render: ({ how }) => words.how[how] },
  { key: 'state', title: words.columns.state, render: stateWords },
  {
    key: 'due',
    title: words.columns.due,
    render: ({ due }) => (due === null ? '' : words.due(due.day, due.workdays)),
  },
];

const stateWords = ({ state, changed }: ObjectionLine) =>
  changed === null ? words.states[state] : words.changed(changed);

export function ObjectionsPage() {
  const { organisation } = useParams({ from: '/organisation/$organisation/objections' });
  useTitle(words.title);
  const query = useQuery(objectionDeskQuery(organisation));
  return (
    <Loaded query={query}>
      {({ objections, notices }) => (
        <>
          <h1>{words.title}</h1>
          <p className="lead">{words.intro}</p>
          <section className="block" aria-labelledby="received">
            <h2 id="received">{words.list}</h2>
            {objections.length === 0 ? (
              <p className="quiet">{words.none}</p>
            ) : (
              <Listing
                caption={words.list}
                columns={columns(organisation)}
                rows={objections}
                rowKey={({ id }) => id}
              />
            )}
          </section>
          <details className="block">
            <summary>{words.record}</summary>
            <Recording organisation={organisation} notices={notices} />
          </details>
        </>
      )}
    </Loaded>
  );
}
