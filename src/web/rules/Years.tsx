/** Which year was opened under which version, with the doors to its measure and calendar. */
import { Link } from '@tanstack/react-router';
import type { Rules } from '../../contract/rules.ts';
import { words } from '../words.ts';
import { rulesWords } from '../words/rules.ts';

export function Years({ rules: { organisation, years } }: { readonly rules: Rules }) {
  if (years.length === 0) return null;
  return (
    <section className="block" aria-labelledby="years">
      <h2 id="years">{rulesWords.years}</h2>
      <ul className="undoing">
        {years.map(({ year, version }) => (
          <li key={year}>
            {words.yearLabel(year)}：{version}{' '}
            <Link
              to="/branch/$organisation/$year/measure"
              params={{ organisation: organisation.id, year: String(year) }}
              className="inline-door"
            >
              {rulesWords.seeMeasure}
            </Link>
            <Link
              to="/branch/$organisation/$year/calendar"
              params={{ organisation: organisation.id, year: String(year) }}
              className="inline-door"
            >
              {rulesWords.seeCalendar}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
