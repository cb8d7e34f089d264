/** Doors from 我的账号 to one's own matters under way. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { roundPeopleWords as words } from '../words/roundPeople.ts';
import { ownRoundsQuery } from './queries.ts';

export function OwnRounds() {
  const { data } = useQuery(ownRoundsQuery);
  if (data === undefined || data.rounds.length === 0) return null;
  return (
    <section className="block" aria-labelledby="rounds">
      <h2 id="rounds">{words.doors}</h2>
      <ul className="files">
        {data.rounds.map(({ organisation, year, period, label, member, state, toApply, unanswered, due }) => (
          <li key={`${organisation.id} ${year} ${period}`}>
            <Link
              to="/branch/$organisation/$year/rounds/$period/member/$member"
              params={{
                organisation: organisation.id,
                year: String(year),
                period: String(period),
                member,
              }}
            >
              {words.door(organisation.name, year, label)}
            </Link>
            <p className="quiet">
              {[
                toApply ? words.toApply : state,
                unanswered > 0 ? words.unanswered(unanswered) : '',
                toApply && due !== null ? words.dueBy(due) : '',
              ]
                .filter(Boolean)
                .join('；')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
