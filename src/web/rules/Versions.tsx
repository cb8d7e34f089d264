/** The versions a branch adopted, each with its meeting, its years and what it may be compared with. */
import { Link } from '@tanstack/react-router';
import type { AdoptedVersion, Rules } from '../../contract/rules.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { words } from '../words.ts';
import { rulesWords } from '../words/rules.ts';

export function Versions({ rules: { organisation, adopted, abilities } }: { readonly rules: Rules }) {
  const params = { organisation: organisation.id };
  const columns: Column<AdoptedVersion>[] = [
    { key: 'version', title: rulesWords.version, head: true, render: ({ version }) => version },
    { key: 'year', title: rulesWords.effective, render: ({ year }) => rulesWords.effectiveYear(year) },
    { key: 'meeting', title: rulesWords.meeting, wide: true, render: ({ meeting }) => meeting },
    { key: 'basedOn', title: rulesWords.basedOn, render: ({ basedOn }) => basedOn },
    {
      key: 'opened',
      title: rulesWords.opened,
      render: ({ opened }) =>
        opened.length === 0
          ? rulesWords.notOpened
          : opened.map((year) => <MeasureDoor key={year} organisation={organisation.id} year={year} />),
    },
    {
      key: 'doors',
      title: rulesWords.compare,
      render: ({ id }) => (
        <>
          <Link
            to="/organisation/$organisation/rules/difference"
            params={params}
            search={{ newer: id }}
            className="inline-door"
          >
            {rulesWords.compare}
          </Link>
          {abilities.includes('rehearseRules') && (
            <Link
              to="/organisation/$organisation/rules/rehearsal"
              params={params}
              search={{ rules: id }}
              className="inline-door"
            >
              {rulesWords.rehearse}
            </Link>
          )}
        </>
      ),
    },
  ];
  return (
    <section className="block" aria-labelledby="versions">
      <h2 id="versions">{rulesWords.versions}</h2>
      {adopted.length === 0 ? (
        <p className="empty">{rulesWords.noVersions}</p>
      ) : (
        <Listing caption={rulesWords.versions} columns={columns} rows={adopted} rowKey={({ id }) => id} />
      )}
    </section>
  );
}

function MeasureDoor({ organisation, year }: { readonly organisation: string; readonly year: number }) {
  return (
    <Link
      to="/branch/$organisation/$year/measure"
      params={{ organisation, year: String(year) }}
      className="inline-door"
    >
      {words.yearLabel(year)}
    </Link>
  );
}
