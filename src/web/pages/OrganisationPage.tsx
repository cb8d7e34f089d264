/** 本组织: what it is, where it belongs, and its years. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { organisationQuery } from '../api.ts';
import { OverviewSection } from './OverviewSection.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { words } from '../words.ts';
import { organisationWords } from '../words/organisation.ts';

export function OrganisationPage() {
  useTitle(organisationWords.overview);
  const { organisation: id } = useParams({ from: '/organisation/$organisation' });
  return (
    <Loaded query={useQuery(organisationQuery(id))}>
      {({ organisation, level, above, years, abilities }) => (
        <>
          <h1>{organisation.name}</h1>
          <p className="lead">
            {above === null ? level.name : organisationWords.levelUnder(level.name, above.name)}
          </p>
          {abilities.includes('readOverview') && (
            <OverviewSection organisation={id} isBranch={level.id === 'branch'} />
          )}
          {abilities.includes('readBooks') && (
            <section className="block" aria-labelledby="years">
              <h2 id="years">{organisationWords.years}</h2>
              {years.length === 0 && <p>{organisationWords.noYears}</p>}
              <ul className="files">
                {years.map((year) => (
                  <li key={year}>
                    <Link to="/branch/$organisation/$year" params={{ organisation: id, year: String(year) }}>
                      {words.yearLabel(year)}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Loaded>
  );
}
