/** The address without a path: 待办 of whoever has a part in a branch; else the one year there is, the books, or what to open. */
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { MACHINE } from '../../domain/office/office.ts';
import { booksQuery, sessionQuery } from '../api.ts';
import { Loaded } from '../parts/State.tsx';
import { words } from '../words.ts';
import { OpeningPage } from './OpeningPage.tsx';
import { TodosPage } from './TodosPage.tsx';

export function FirstPage() {
  return (
    <Loaded query={useQuery(sessionQuery)}>
      {({ who }) => {
        const takesPart =
          who !== null &&
          (who.own.length > 0 || who.offices.some(({ organisation }) => organisation.id !== MACHINE));
        return takesPart ? <TodosPage /> : <Books />;
      }}
    </Loaded>
  );
}

function Books() {
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

/** Nothing to read here: the desk, or what may be opened. */
function WithoutBooks() {
  return (
    <Loaded query={useQuery(sessionQuery)}>
      {({ may }) => {
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
