/** The frame of every page: whose books, which year, where to go, how large the type is. */
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useMatchRoute, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { booksQuery, sessionQuery, type YearAddress } from '../api.ts';
import { type TextSize, useSettings } from '../settings.tsx';
import { words } from '../words.ts';
import { rulesWords } from '../words/rules.ts';
import { organisationWords } from '../words/organisation.ts';
import { ExampleBar } from './ExampleBar.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { planWords } from '../words/plan.ts';
import { roundWords } from '../words/round.ts';
import { Who } from './Who.tsx';

export const RootFrame = () => <Outlet />;

/** Names the browser's tab. */
export function useTitle(...parts: readonly string[]): void {
  const title = [...parts, words.product].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function TextSizeSwitch() {
  const { size, choose } = useSettings();
  const option = (value: TextSize, label: string) => (
    <button type="button" className="choice" aria-pressed={size === value} onClick={() => choose(value)}>
      {label}
    </button>
  );
  return (
    <fieldset className="choices">
      <legend>{words.textSize}</legend>
      {option('normal', words.textNormal)}
      {option('large', words.textLarge)}
    </fieldset>
  );
}

export function Frame({
  title,
  example = false,
  children,
}: {
  readonly title: React.ReactNode;
  /** Whether what the page is about is an example. */
  readonly example?: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="masthead">
        <div className="masthead-row">
          <Link to="/" className="product">
            {words.product}
          </Link>
          <Who />
          <TextSizeSwitch />
        </div>
        {title}
      </header>
      <NoticeBar />
      <ExampleBar about={example} />
      {children}
    </>
  );
}

export function PlainShell() {
  return (
    <Frame title={null}>
      <main id="main" className="page">
        <Outlet />
      </main>
    </Frame>
  );
}

const PLACES = [
  {
    to: '/branch/$organisation/$year',
    label: words.yearTable,
    also: '/branch/$organisation/$year/member/$member',
  },
  {
    to: '/branch/$organisation/$year/plans',
    label: planWords.title,
    also: '/branch/$organisation/$year/plans/$member',
  },
  {
    to: '/branch/$organisation/$year/rounds',
    label: roundWords.title,
    also: '/branch/$organisation/$year/rounds/$period',
  },
  { to: '/branch/$organisation/$year/grading', label: words.grading, also: null },
  { to: '/branch/$organisation/$year/measure', label: words.measure, also: null },
  { to: '/branch/$organisation/$year/calendar', label: rulesWords.calendarTitle, also: null },
] as const;

type NavigationProps = YearAddress & {
  /** Whether the whole branch may be seen, or only one's own year. */
  readonly whole: boolean;
};

function Navigation({ organisation, year, whole }: NavigationProps) {
  const match = useMatchRoute();
  if (!whole) return null;
  return (
    <nav className="places" aria-label="页面">
      {PLACES.map(({ to, label, also }) => {
        const here = match({ to }) !== false || (also !== null && match({ to: also, fuzzy: true }) !== false);
        return (
          <Link
            key={to}
            to={to}
            params={{ organisation, year }}
            activeOptions={{ exact: true }}
            {...(here ? { 'aria-current': 'page' } : {})}
          >
            {label}
          </Link>
        );
      })}
      <Link to="/organisation/$organisation" params={{ organisation }}>
        {organisationWords.overview}
      </Link>
      <Link to="/books">{words.books}</Link>
    </nav>
  );
}

export function BranchShell() {
  const { organisation, year } = useParams({ from: '/branch/$organisation/$year' });
  const { data } = useQuery(booksQuery);
  const { data: session } = useQuery(sessionQuery);
  const found = data?.organisations.find(({ id }) => id === organisation);
  // whoever may not see the whole branch is a member of it or holds an office there
  const mine = [...(session?.who?.own ?? []), ...(session?.who?.offices ?? [])];
  const here = mine.find((one) => one.organisation.id === organisation);
  return (
    <Frame
      example={found?.example === true}
      title={
        <>
          <p className="branch">
            {found?.name ?? here?.organisation.name ?? ' '}{' '}
            <span className="nowrap">{words.yearLabel(Number(year))}</span>
          </p>
          <Navigation
            organisation={organisation}
            year={year}
            whole={data === undefined || found !== undefined}
          />
        </>
      }
    >
      <main id="main" className="page">
        <Outlet />
      </main>
    </Frame>
  );
}
