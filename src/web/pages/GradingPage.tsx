/** 年终评定: what the measure makes of the year's points. It lists and explains; people decide. Roster order here too. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useState } from 'react';
import type { MemberRow, YearTable } from '../../contract/yearTable.ts';
import { type YearAddress, yearQuery } from '../api.ts';
import type { Column } from '../parts/Listing.tsx';
import { doorsOf, Members } from '../parts/Members.tsx';
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
  const change = (next: typeof search) =>
    void navigate({ to: HERE, search: next, replace: true, resetScroll: false });
  return (
    <>
      <h1>{words.grading}</h1>
      <ul className="notes">
        {table.awaited !== null && (
          <li>
            <strong>{table.awaited}</strong>
          </li>
        )}
        {table.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <Members
        at={at}
        table={table}
        caption={words.grading}
        columns={columnsFor(at, table)}
        members={members}
        search={search}
        change={change}
      >
        <p>
          <Checkbox checked={onlyGraded} onChange={({ target }) => setOnlyGraded(target.checked)}>
            {words.onlyGraded}
          </Checkbox>
        </p>
      </Members>
    </>
  );
}

function columnsFor(at: YearAddress, { percent }: YearTable): Column<MemberRow>[] {
  const door = doorsOf(at);
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
    { key: 'top', title: `前${percent}%`, render: ({ top }) => (top ? words.inTop : words.none) },
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
