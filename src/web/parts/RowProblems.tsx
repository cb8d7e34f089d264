/** What is wrong in a file, cell by cell: where, what stands there, what was expected, how to mend it. */
import type { RowProblem } from '../../contract/opening.ts';
import { words } from '../words.ts';
import { type Column, Listing } from './Listing.tsx';

const PROBLEMS: Column<RowProblem>[] = [
  {
    key: 'cell',
    title: words.cell,
    head: true,
    render: ({ cell, sheet, file }) => <ProblemPlace file={file} sheet={sheet} cell={cell} />,
  },
  {
    key: 'value',
    title: words.value,
    wide: true,
    render: ({ value }) => (value === '' ? words.emptyValue : value),
  },
  { key: 'expected', title: words.expected, wide: true, render: ({ expected }) => expected },
  { key: 'mend', title: words.mend, wide: true, render: ({ mend }) => mend },
];

function ProblemPlace({ file, sheet, cell }: Pick<RowProblem, 'file' | 'sheet' | 'cell'>) {
  return (
    <>
      {cell === '' ? file : cell}
      <span className="person-more">
        {[cell === '' ? '' : file, sheet].filter((part) => part !== '').join(' · ')}
      </span>
    </>
  );
}

export function RowProblems({ problems }: { readonly problems: readonly RowProblem[] }) {
  return (
    <Listing
      caption={words.problemsTitle(problems.length)}
      columns={PROBLEMS}
      rows={problems}
      rowKey={({ file, sheet, cell, expected }) => `${file} ${sheet} ${cell} ${expected}`}
    />
  );
}
