/** 年度积分总表: everyone in roster order, quarters and year, each figure a door. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { MemberRow, YearTable } from '../../contract/yearTable.ts';
import { type YearAddress, yearQuery } from '../api.ts';
import type { Column } from '../parts/Listing.tsx';
import { doorsOf, Members } from '../parts/Members.tsx';
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
  const change = (next: typeof search) =>
    void navigate({ to: HERE, search: next, replace: true, resetScroll: false });
  return (
    <>
      <h1>{words.yearTable}</h1>
      <p className="lead">{words.rosterOrder}</p>
      {table.awaited !== null && <p>{table.awaited}</p>}
      <Members
        at={at}
        table={table}
        caption={words.yearTable}
        columns={columnsFor(at, table)}
        members={table.members}
        search={search}
        change={change}
      />
    </>
  );
}

function columnsFor(at: YearAddress, { periods }: YearTable): Column<MemberRow>[] {
  const door = doorsOf(at);
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
