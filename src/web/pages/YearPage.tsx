/** 年度积分总表: everyone in roster order, quarters and year, each figure a door. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { MemberRow, YearTable } from '../../contract/yearTable.ts';
import { type YearAddress, yearQuery } from '../api.ts';
import { Control } from '../parts/Control.tsx';
import { Downloads } from '../parts/Downloads.tsx';
import { FigureLink } from '../parts/FigureLink.tsx';
import { type Column, Listing } from '../parts/Listing.tsx';
import { Narrowing, Pages, usePaged } from '../parts/Narrowing.tsx';
import { Origin } from '../parts/Origin.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { words } from '../words.ts';

const HERE = '/branch/$organisation/$year';

export function YearPage() {
  const at = useParams({ from: HERE });
  useTitle(words.yearTable);
  return <Loaded query={useQuery(yearQuery(at))}>{(table) => <Year at={at} table={table} />}</Loaded>;
}

function Year({ at, table }: { readonly at: YearAddress; readonly table: YearTable }) {
  const search = useSearch({ from: `${HERE}/` });
  const navigate = useNavigate({ from: HERE });
  const { found, rows, page } = usePaged(table.members, search);
  const change = (next: typeof search) =>
    void navigate({ to: HERE, search: next, replace: true, resetScroll: false });
  return (
    <>
      <h1>{words.yearTable}</h1>
      <p className="lead">{words.rosterOrder}</p>
      <Narrowing table={table} search={search} change={change} count={found.length} />
      {rows.length === 0 ? (
        <p className="empty">{words.noMatch}</p>
      ) : (
        <Listing
          caption={words.yearTable}
          columns={columnsFor(at, table)}
          rows={rows}
          rowKey={({ id }) => id}
        />
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

function columnsFor(at: YearAddress, { periods }: YearTable): Column<MemberRow>[] {
  const door = (row: MemberRow, figure: string, label: string, text: string, strong = false) => (
    <FigureLink
      at={{ ...at, member: row.id }}
      figure={figure}
      text={text}
      label={`${row.name}${label}`}
      strong={strong}
    />
  );
  return [
    { key: 'name', title: words.name, head: true, render: (row) => <MemberName at={at} row={row} /> },
    { key: 'type', title: words.type, render: ({ type }) => type.name },
    ...periods.map(
      ({ period, name }): Column<MemberRow> => ({
        key: `p${period}`,
        title: name,
        figure: true,
        render: (row) => {
          const figures = row.periods.find((one) => one.period === period);
          if (figures === undefined) return null;
          const text = figures.counted ? figures.points : words.none;
          return door(row, `p${period}.points`, `${name}积分`, text);
        },
      }),
    ),
    {
      key: 'year',
      title: words.yearPoints,
      figure: true,
      render: (row) => door(row, 'year', words.yearPoints, row.year, true),
    },
    {
      key: 'grade',
      title: words.grade,
      render: (row) => door(row, 'grade', words.grade, row.grade?.name ?? words.notGraded),
    },
    { key: 'remark', title: words.remark, wide: true, render: ({ remarks }) => remarks.join('；') },
  ];
}

export function MemberName({ at, row }: { readonly at: YearAddress; readonly row: MemberRow }) {
  return (
    <Link
      to="/branch/$organisation/$year/member/$member"
      params={{ ...at, member: row.id }}
      className="person"
    >
      <span className="person-name">{row.name}</span>
      <span className="person-more">
        {row.number}
        {row.group === null ? '' : ` · ${row.group}`}
      </span>
    </Link>
  );
}
