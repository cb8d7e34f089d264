/** 年终评定: what the measure makes of the year's points. It lists and explains; people decide. Roster order here too. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useState } from 'react';
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
import { MemberName } from './YearPage.tsx';

const HERE = '/branch/$organisation/$year/grading';

export function GradingPage() {
  const at = useParams({ from: HERE });
  useTitle(words.grading);
  return <Loaded query={useQuery(yearQuery(at))}>{(table) => <Grading at={at} table={table} />}</Loaded>;
}

function Grading({ at, table }: { readonly at: YearAddress; readonly table: YearTable }) {
  const search = useSearch({ from: HERE });
  const navigate = useNavigate({ from: HERE });
  const [onlyGraded, setOnlyGraded] = useState(true);
  const members = onlyGraded ? table.members.filter(({ grade }) => grade !== null) : table.members;
  const { found, rows, page } = usePaged(members, search);
  const change = (next: typeof search) =>
    void navigate({ to: HERE, search: next, replace: true, resetScroll: false });
  return (
    <>
      <h1>{words.grading}</h1>
      <ul className="notes">
        {table.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <Narrowing table={table} search={search} change={change} count={found.length} />
      <p>
        <Checkbox checked={onlyGraded} onChange={({ target }) => setOnlyGraded(target.checked)}>
          {words.onlyGraded}
        </Checkbox>
      </p>
      {rows.length === 0 ? (
        <p className="empty">{words.noMatch}</p>
      ) : (
        <Listing
          caption={words.grading}
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

function columnsFor(at: YearAddress, { percent }: YearTable): Column<MemberRow>[] {
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
    {
      key: 'year',
      title: words.yearPoints,
      figure: true,
      render: (row) => door(row, 'year', words.yearPoints, row.year),
    },
    {
      key: 'graded',
      title: words.graded,
      figure: true,
      render: (row) => door(row, 'graded', words.graded, row.graded ?? words.none, true),
    },
    {
      key: 'grade',
      title: words.grade,
      render: (row) => door(row, 'grade', words.grade, row.grade?.name ?? words.notGraded),
    },
    {
      key: 'rank',
      title: words.rank,
      figure: true,
      render: (row) => door(row, 'rank', words.rank, row.rank === null ? words.none : String(row.rank)),
    },
    { key: 'top', title: `前 ${percent}%`, render: ({ top }) => (top ? words.inTop : words.none) },
    {
      key: 'eligible',
      title: words.eligible,
      wide: true,
      render: (row) =>
        door(
          row,
          'eligibility',
          words.eligible,
          row.eligible.map(({ name }) => name).join('、') || words.none,
        ),
    },
    { key: 'remark', title: words.remark, wide: true, render: (row) => remarksOf(row).join('；') },
  ];
}

const remarksOf = ({ remarks, tie, support }: MemberRow): string[] => [
  ...remarks,
  ...(tie ? [words.tie] : []),
  ...(support ? [words.support] : []),
];
