/** A list that may be long: found by typing and paged. One that fits on a page is shown as it is, without a box to type in. */
import { Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { longListingWords } from '../words/longListing.ts';
import { type Column, Listing } from './Listing.tsx';
import { ON_A_PAGE, Pages } from './Narrowing.tsx';

type Props<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What is typed is looked for in this. The same function at every drawing, or every row is looked through again. */
  readonly textOf: (row: Row) => string;
  /** Says what may be typed. */
  readonly search: string;
};

export function LongListing<Row>({ rows, textOf, search, caption, ...listing }: Props<Row>) {
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState(1);
  const wanted = useDeferredValue(typed.trim());
  const found = useMemo(
    () => (wanted === '' ? rows : rows.filter((row) => textOf(row).includes(wanted))),
    [rows, wanted, textOf],
  );
  const at = Math.min(page, Math.max(1, Math.ceil(found.length / ON_A_PAGE)));
  return (
    <>
      {rows.length > ON_A_PAGE && (
        <search className="narrowing">
          <Input
            type="search"
            allowClear
            value={typed}
            placeholder={search}
            aria-label={search}
            onChange={({ target }) => {
              setTyped(target.value);
              setPage(1);
            }}
          />
          <output aria-live="polite">{longListingWords.found(found.length)}</output>
        </search>
      )}
      {found.length === 0 ? (
        <p className="empty">{longListingWords.none}</p>
      ) : (
        <Listing caption={caption} rows={found.slice((at - 1) * ON_A_PAGE, at * ON_A_PAGE)} {...listing} />
      )}
      <Pages total={found.length} page={at} go={setPage} />
    </>
  );
}
