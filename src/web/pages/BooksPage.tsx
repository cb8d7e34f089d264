/** 账簿: the heads of the books, how to verify them, and verifying now. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { VerificationSummary } from '../../contract/books.ts';
import { booksQuery, sessionQuery } from '../api.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { VerifyBooks } from '../parts/VerifyBooks.tsx';
import { words } from '../words.ts';

type Head = VerificationSummary['heads'][number];

const COLUMNS: Column<Omit<Head, 'organisation'>>[] = [
  {
    key: 'name',
    title: words.book,
    head: true,
    render: ({ name }) => <span className="nowrap">{name}</span>,
  },
  { key: 'seq', title: words.facts, figure: true, render: ({ seq }) => String(seq) },
  {
    key: 'algorithm',
    title: words.algorithm,
    render: ({ algorithm }) => <span className="nowrap">{algorithm.toUpperCase()}</span>,
  },
  { key: 'hash', title: words.hash, wide: true, render: ({ hash }) => <code className="hash">{hash}</code> },
];

export function BooksPage() {
  useTitle(words.books);
  const query = useQuery(booksQuery);
  const isSetUp = useQuery(sessionQuery).data?.isSetUp === true;
  return (
    <>
      <h1>{words.books}</h1>
      <p className="lead">{words.booksIntro}</p>
      <Loaded query={query}>
        {({ organisations, engine, durability }) => (
          <>
            {organisations.map(({ id, name, years, heads, example }) => (
              <section key={id} className="block">
                <h2>
                  {example && <strong className="mark">{words.example}</strong>}
                  {name}
                </h2>
                <ul className="files">
                  {years.map((year) => (
                    <li key={year}>
                      <Link
                        to="/branch/$organisation/$year"
                        params={{ organisation: id, year: String(year) }}
                      >
                        {words.yearLabel(year)} {words.yearTable}
                      </Link>
                    </li>
                  ))}
                </ul>
                <Listing
                  caption={`${name}${words.heads}`}
                  columns={COLUMNS}
                  rows={heads}
                  rowKey={(head) => head.name}
                />
                {isSetUp && <VerifyBooks organisation={{ id, name }} />}
              </section>
            ))}
            <More />
            <p className="origin">
              {words.storage}：{engine} · {durability}
            </p>
          </>
        )}
      </Loaded>
    </>
  );
}

function More() {
  const { data } = useQuery(sessionQuery);
  // verifying looks at every organisation's books: the machine's operator, later the audit administrator
  const mayVerify = data !== undefined && (!data.isSetUp || data.may.includes('readAudit'));
  return (
    <>
      {mayVerify && <VerifyBooks organisation={null} />}
      {data?.may.includes('importYear') === true && (
        <p>
          <Link to="/open" className="inline-door">
            {words.openMore}
          </Link>
        </p>
      )}
      {data?.isSetUp === false && (
        <p>
          {words.notSetUp}{' '}
          <Link to="/setup" className="inline-door">
            {words.toSetUp}
          </Link>
        </p>
      )}
    </>
  );
}
