/** The address without a path: the one year there is, the books to choose from, or what to open. */
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { booksQuery, sessionQuery } from '../api.ts';
import { Loaded } from '../parts/State.tsx';
import { words } from '../words.ts';
import { OpeningPage } from './OpeningPage.tsx';

export function FirstPage() {
  return (
    <Loaded query={useQuery(booksQuery)}>
      {({ organisations }) => {
        const [only, ...others] = organisations;
        const [year, ...earlier] = only?.years ?? [];
        if (only === undefined) return <WithoutBooks />;
        if (year === undefined || others.length + earlier.length > 0) return <Navigate to="/books" replace />;
        return (
          <Navigate
            to="/branch/$organisation/$year"
            params={{ organisation: only.id, year: String(year) }}
            replace
          />
        );
      }}
    </Loaded>
  );
}

/** Nothing to read here: one's own year, the desk, or what may be opened. */
function WithoutBooks() {
  return (
    <Loaded query={useQuery(sessionQuery)}>
      {({ who, may }) => {
        const own = who?.own.find(({ years }) => years.length > 0);
        if (own !== undefined)
          return (
            <Navigate
              to="/branch/$organisation/$year/member/$member"
              params={{
                organisation: own.organisation.id,
                year: String(own.years[0]),
                member: own.member,
              }}
              replace
            />
          );
        if (may.includes('importYear')) return <OpeningPage />;
        if (may.includes('createAccount') || may.includes('readAudit'))
          return <Navigate to="/accounts" replace />;
        if (may.includes('readOffices')) return <Navigate to="/offices" replace />;
        return (
          <>
            <h1>{words.home}</h1>
            <p className="lead">{words.nothingToSee}</p>
          </>
        );
      }}
    </Loaded>
  );
}
