/** From home to the pages one opens often: one's own latest year, and the organisations one holds an office in. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MACHINE } from '../../domain/office/office.ts';
import { booksQuery, sessionQuery } from '../api.ts';
import { todoWords as say } from '../words/todos.ts';

export function Doors() {
  const who = useQuery(sessionQuery).data?.who;
  const books = useQuery(booksQuery).data?.organisations ?? [];
  if (who === null || who === undefined) return null;
  const held = new Set(
    who.offices.filter(({ office }) => office.id !== 'member').map((one) => one.organisation.id),
  );
  const organisations = new Map(who.offices.map(({ organisation }) => [organisation.id, organisation.name]));
  return (
    <nav className="block" aria-label={say.doors}>
      <h2>{say.doors}</h2>
      <ul className="files">
        {who.own.map(({ organisation, member, years: [year] }) =>
          year === undefined ? null : (
            <li key={`own ${organisation.id}`}>
              <Link
                to="/branch/$organisation/$year/member/$member"
                params={{ organisation: organisation.id, year: String(year), member }}
              >
                {say.ownYear(organisation.name, year)}
              </Link>
            </li>
          ),
        )}
        {books
          .filter(({ id }) => held.has(id))
          .map(({ id, name, years: [year] }) =>
            year === undefined ? null : (
              <li key={`year ${id}`}>
                <Link to="/branch/$organisation/$year" params={{ organisation: id, year: String(year) }}>
                  {say.yearTable(name, year)}
                </Link>
              </li>
            ),
          )}
        {[...held]
          .filter((id) => id !== MACHINE)
          .map((id) => (
            <li key={id}>
              <Link to="/organisation/$organisation" params={{ organisation: id }}>
                {organisations.get(id)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
