/** The address without a path: the one year there is, the books to choose from, or what to open. */
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { booksQuery } from '../api.ts';
import { Loaded } from '../parts/State.tsx';
import { OpeningPage } from './OpeningPage.tsx';

export function FirstPage() {
  return (
    <Loaded query={useQuery(booksQuery)}>
      {({ organisations }) => {
        const [only, ...others] = organisations;
        const [year, ...earlier] = only?.years ?? [];
        if (only === undefined) return <OpeningPage />;
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
