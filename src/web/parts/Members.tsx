/** A year's members as both year pages list them: narrowed, paged, in roster order, with what belongs under the list. */
import type { ReactNode } from 'react';
import type { MemberRow, YearTable } from '../../contract/yearTable.ts';
import type { YearAddress } from '../api.ts';
import type { ListSearch } from '../listSearch.ts';
import { words } from '../words.ts';
import { Control } from './Control.tsx';
import { Downloads } from './Downloads.tsx';
import { FigureLink } from './FigureLink.tsx';
import { type Column, Listing } from './Listing.tsx';
import { Narrowing, Pages, usePaged } from './Narrowing.tsx';
import { Origin } from './Origin.tsx';

type Props = {
  readonly at: YearAddress;
  readonly table: YearTable;
  readonly caption: string;
  readonly columns: readonly Column<MemberRow>[];
  readonly members: readonly MemberRow[];
  readonly search: ListSearch;
  readonly change: (next: ListSearch) => void;
  /** Stands between the narrowing and the list. */
  readonly children?: ReactNode;
};

export function Members({ at, table, caption, columns, members, search, change, children }: Props) {
  const { found, rows, page } = usePaged(members, search);
  return (
    <>
      <Narrowing table={table} search={search} change={change} count={found.length} />
      {children}
      {rows.length === 0 ? (
        <p className="empty">{words.noMatch}</p>
      ) : (
        <Listing caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
      <Pages
        total={found.length}
        page={page}
        go={(next) => change({ ...search, page: next === 1 ? undefined : next })}
      />
      <Control table={table} />
      <Downloads at={at} forms={table.forms} />
      <Origin head={table.head} />
    </>
  );
}

/** Makes a member's figure a door to its statement. */
export const doorsOf =
  (at: YearAddress) =>
  (row: MemberRow, figure: string, label: string, text: string, strong = false) => (
    <FigureLink
      at={{ ...at, member: row.id }}
      figure={figure}
      text={text}
      label={`${row.name}${label}`}
      strong={strong}
    />
  );
