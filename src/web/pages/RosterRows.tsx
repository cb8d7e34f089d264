/** A titled list of rows of a roster, a page at a time. */
import { useState } from 'react';
import { type Column, Listing } from '../parts/Listing.tsx';
import { ON_A_PAGE, Pages } from '../parts/Narrowing.tsx';

export type Named = { readonly number: string; readonly name: string };

type Props<Row> = {
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
};

export function RosterRows<Row extends Named>({ title, note, columns, rows }: Props<Row>) {
  const [page, setPage] = useState(1);
  if (rows.length === 0) return null;
  const shown = rows.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE);
  return (
    <div className="rows">
      <h3>{title}</h3>
      {note !== undefined && <p className="quiet">{note}</p>}
      <Listing
        caption={title}
        columns={columns}
        rows={shown}
        rowKey={(row) => `${row.number} ${rows.indexOf(row)}`}
      />
      <Pages total={rows.length} page={page} go={setPage} />
    </div>
  );
}
