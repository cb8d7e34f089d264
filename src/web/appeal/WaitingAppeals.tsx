/** What waits for the organisation above to answer; the answer is given beside everything the quarter holds. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WaitingAppeal } from '../../contract/appeals.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { Loaded } from '../parts/State.tsx';
import { appealWords as words } from '../words/appeals.ts';
import { waitingAppealsQuery } from './queries.ts';

const COLUMNS: readonly Column<WaitingAppeal>[] = [
  {
    key: 'member',
    title: words.columns.member,
    head: true,
    render: ({ organisation, year, period, member }) => (
      <Link
        to="/branch/$organisation/$year/rounds/$period/member/$member"
        params={{
          organisation: organisation.id,
          year: String(year),
          period: String(period),
          member: member.id,
        }}
        className="inline-door"
      >
        {member.name}
      </Link>
    ),
  },
  { key: 'branch', title: words.columns.branch, render: ({ organisation }) => organisation.name },
  { key: 'round', title: words.columns.round, render: ({ year, label }) => words.roundOf(year, label) },
  { key: 'on', title: words.columns.on, short: true, render: ({ on }) => on },
  { key: 'due', title: words.columns.due, render: ({ due }) => words.due(due.day, due.workdays) },
];

/** Nothing where nothing waits. */
export function WaitingAppeals({ organisation }: { readonly organisation: string }) {
  const query = useQuery(waitingAppealsQuery(organisation));
  return (
    <Loaded query={query}>
      {({ appeals }) =>
        appeals.length === 0 ? null : (
          <section className="block" aria-labelledby="waiting-appeals">
            <h2 id="waiting-appeals">{words.list}</h2>
            <p>{words.listNote}</p>
            <Listing caption={words.list} columns={COLUMNS} rows={appeals} rowKey={({ id }) => id} />
          </section>
        )
      }
    </Loaded>
  );
}
