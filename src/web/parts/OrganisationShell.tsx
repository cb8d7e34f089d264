/** The frame of an organisation's pages: whose they are, and those the reader has something to do on. */
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useMatchRoute, useParams } from '@tanstack/react-router';
import { organisationQuery } from '../api.ts';
import { electionWords } from '../words/election.ts';
import { noticeWords } from '../words/notice.ts';
import { evidenceWords } from '../words/evidence.ts';
import { organisationWords } from '../words/organisation.ts';
import { objectionWords } from '../words/objections.ts';
import { rulesWords } from '../words/rules.ts';
import { roundPeopleWords } from '../words/roundPeople.ts';
import { Frame } from './Shell.tsx';

/** Each page with the abilities that open it, one of them being enough; none named: whoever sees the organisation. */
const PLACES = [
  { to: '/organisation/$organisation', label: organisationWords.overview, any: [] },
  { to: '/organisation/$organisation/register', label: organisationWords.register, any: ['readRegister'] },
  {
    to: '/organisation/$organisation/register/import',
    label: organisationWords.roster,
    any: ['keepRegister'],
  },
  { to: '/organisation/$organisation/election', label: electionWords.title, any: [] },
  {
    to: '/organisation/$organisation/rules',
    label: rulesWords.title,
    any: ['readMeasure', 'readBooks'],
  },
  {
    to: '/organisation/$organisation/register/joining',
    label: organisationWords.joining,
    any: ['keepRegister'],
  },
  {
    to: '/organisation/$organisation/exemptions',
    label: organisationWords.exemptions,
    any: ['listExemptions'],
  },
  { to: '/organisation/$organisation/notices', label: noticeWords.title, any: ['readPublicNotice'] },
  { to: '/organisation/$organisation/findings', label: evidenceWords.title, any: ['enterFindings'] },
  { to: '/organisation/$organisation/rounds', label: roundPeopleWords.roundsTitle, any: ['readOverview'] },
  {
    to: '/organisation/$organisation/objections',
    label: objectionWords.title,
    any: ['readObjection'],
  },
] as const satisfies readonly {
  readonly to: string;
  readonly label: string;
  readonly any: readonly string[];
}[];

export function OrganisationShell() {
  const { organisation } = useParams({ from: '/organisation/$organisation' });
  const { data } = useQuery(organisationQuery(organisation));
  const match = useMatchRoute();
  const may = (any: readonly string[]) =>
    any.length === 0 || any.some((ability) => data?.abilities.includes(ability) === true);
  return (
    <Frame
      example={data?.example === true}
      title={
        <>
          <p className="branch">{data?.organisation.name ?? ' '}</p>
          <nav className="places" aria-label={organisationWords.pages}>
            {PLACES.filter(({ any }) => may(any)).map(({ to, label }) => (
              <Link
                key={to}
                to={to}
                params={{ organisation }}
                activeOptions={{ exact: true }}
                {...(match({ to }) === false ? {} : { 'aria-current': 'page' as const })}
              >
                {label}
              </Link>
            ))}
            <Link to="/offices" search={{ organisation }}>
              {organisationWords.offices}
            </Link>
          </nav>
        </>
      }
    >
      <main id="main" className="page">
        <Outlet />
      </main>
    </Frame>
  );
}
