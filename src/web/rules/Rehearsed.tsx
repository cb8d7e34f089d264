/** What a rehearsal found: totals, then everyone it touches, each with a door to their year. */
import { useState } from 'react';
import type { RehearsalPage as Rehearsal } from '../../contract/rehearsal.ts';
import { Listing } from '../parts/Listing.tsx';
import { Pages } from '../parts/Narrowing.tsx';
import { rulesWords } from '../words/rules.ts';
import { Lines, rehearsedColumns } from './rehearsedColumns.tsx';

const ON_A_PAGE = 50;

export function Rehearsed({ found }: { readonly found: Rehearsal }) {
  const { year, people, booked, draft, counts, totals, adjustments, members } = found;
  const [page, setPage] = useState(1);
  return (
    <section className="block" aria-labelledby="found">
      <h2 id="found">{rulesWords.rehearsed(year, people)}</h2>
      <p className="quiet">{rulesWords.sides(booked, draft)}</p>
      <dl className="tally">
        {counts.map(({ id, label, count }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <h3 className="apart">{rulesWords.totals}</h3>
      <Lines lines={totals} />
      {adjustments.length > 0 && (
        <>
          <h3 className="apart">{rulesWords.adjustments}</h3>
          <Lines lines={adjustments} />
        </>
      )}
      {members.length === 0 ? (
        <p className="empty" role="status">
          {rulesWords.nobody}
        </p>
      ) : (
        <>
          <h3 className="apart">{rulesWords.members}</h3>
          <Listing
            caption={rulesWords.members}
            columns={rehearsedColumns(found)}
            rows={members.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)}
            rowKey={({ id }) => id}
          />
          <Pages total={members.length} page={page} go={setPage} />
        </>
      )}
    </section>
  );
}
