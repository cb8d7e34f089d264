/** 组织和职务: the organisations one may look at, who holds what in one of them, and giving and ending offices. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { OfficeLine, OrganisationLine, OrganisationOffices } from '../../contract/offices.ts';
import { api, sessionQuery } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import type { Column } from '../parts/Listing.tsx';
import { LongListing } from '../parts/LongListing.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { TermLeft } from '../parts/TermLeft.tsx';
import { words } from '../words.ts';
import { longListingWords } from '../words/longListing.ts';
import { awayWords } from '../words/offices.ts';
import { Absences } from './Absences.tsx';
import { Deputies } from './Deputies.tsx';
import { Giving } from './Giving.tsx';
import { Placing } from './Placing.tsx';
import { People } from './People.tsx';

const organisationsQuery = { queryKey: ['organisations'], queryFn: () => api.organisations() };

export function OfficesPage() {
  useTitle(words.officesTitle);
  const { organisation } = useSearch({ from: '/plain/offices' });
  const { data: session } = useQuery(sessionQuery);
  return (
    <>
      <h1>{words.officesTitle}</h1>
      <p className="lead">{words.officesIntro}</p>
      <Loaded query={useQuery(organisationsQuery)}>
        {({ organisations }) => (
          <>
            <Organisations
              organisations={organisations}
              chosen={organisation}
              machine={
                session?.may.includes('createAccount') === true ||
                session?.may.includes('foundOrganisation') === true
              }
            />
            {session?.may.includes('foundOrganisation') === true && <Found organisations={organisations} />}
            {organisation !== undefined && <Offices key={organisation} organisation={organisation} />}
          </>
        )}
      </Loaded>
    </>
  );
}

type ChoiceProps = {
  readonly organisations: readonly OrganisationLine[];
  readonly chosen: string | undefined;
  readonly machine: boolean;
};

function Organisations({ organisations, chosen, machine }: ChoiceProps) {
  const line = (id: string, text: string, depth: number) => (
    <li key={id} className={`depth-${Math.min(depth, 3)}`}>
      <Link
        to="/offices"
        search={{ organisation: id }}
        className="inline-door"
        {...(chosen === id ? { 'aria-current': 'page' } : {})}
      >
        {text}
      </Link>
    </li>
  );
  return (
    <nav aria-label={words.organisations}>
      <ul className="tree">
        {organisations.map(({ id, name, level, depth }) => line(id, `${name}（${level.name}）`, depth))}
        {machine && line('machine', words.administrators, 0)}
      </ul>
    </nav>
  );
}

function Found({ organisations }: { readonly organisations: readonly OrganisationLine[] }) {
  const queries = useQueryClient();
  return (
    <details className="block">
      <summary>{words.found}</summary>
      <AskForm
        fields={[
          { id: 'organisationName', label: words.organisationName, complete: 'off' },
          {
            id: 'level',
            label: words.level,
            options: [
              { value: 'branch', label: words.branchLevel },
              { value: 'generalBranch', label: words.generalBranchLevel },
              { value: 'committee', label: words.committeeLevel },
            ],
          },
          {
            id: 'parent',
            label: words.parent,
            may: true,
            options: organisations
              .filter(({ level }) => level.id === 'committee' || level.id === 'generalBranch')
              .map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
        act={words.foundAct}
        emptied
        send={async ({ organisationName, level, parent }) => {
          await api.foundOrganisation({
            name: organisationName,
            level: level === 'committee' || level === 'generalBranch' ? level : 'branch',
            parent: parent === '' ? null : parent,
          });
          await queries.invalidateQueries();
        }}
      />
    </details>
  );
}

const COLUMNS: Column<OfficeLine>[] = [
  { key: 'office', title: words.office, head: true, render: ({ office }) => office.name },
  {
    key: 'person',
    title: words.name,
    render: ({ person, scope }) => (scope === null ? person.name : `${person.name}（${scope}）`),
  },
  {
    key: 'term',
    title: words.term,
    render: (line) => (
      <>
        {termOf(line)}
        <TermLeft days={line.daysLeft} />
        {line.away !== null && <span className="term-left">（{awayWords(line.away)}）</span>}
      </>
    ),
  },
  {
    key: 'basis',
    title: words.basis,
    wide: true,
    render: ({ basis, reason }) =>
      [basis, reason === null ? null : `${words.ended}：${reason}`].filter(Boolean).join('；') || words.none,
  },
];

const namesOf = ({ office, person, scope }: OfficeLine) => `${office.name} ${person.name} ${scope ?? ''}`;

function termOf({ from, until, endedOn }: OfficeLine): string {
  if (endedOn !== null) return words.endedTerm(from, endedOn);
  return until === null ? words.openTerm(from) : words.untilTerm(from, until);
}

function Offices({ organisation }: { readonly organisation: string }) {
  const query = useQuery({
    queryKey: ['offices', organisation],
    queryFn: () => api.offices({ organisation }),
  });
  return (
    <Loaded query={query}>
      {(shown: OrganisationOffices) => (
        <section className="block" aria-labelledby="chosen">
          <h2 id="chosen">{shown.organisation.name}</h2>
          <ul className="notes">
            {shown.substitutions.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {shown.offices.length === 0 ? (
            <p>{words.noOfficesYet}</p>
          ) : (
            <LongListing
              caption={words.officesTitle}
              columns={COLUMNS}
              rows={shown.offices}
              rowKey={({ officeId }) => officeId}
              textOf={namesOf}
              search={longListingWords.offices}
            />
          )}
          {shown.alone !== null && <Alert type="warning" title={shown.alone} />}
          <Giving shown={shown} />
          <Deputies shown={shown} />
          <Absences shown={shown} />
          <Placing key={shown.above} shown={shown} />
          <People shown={shown} />
        </section>
      )}
    </Loaded>
  );
}
