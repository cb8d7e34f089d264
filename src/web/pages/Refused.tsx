/** Why an opening was refused: one sentence, or cell by cell what is to be mended. */
import { Alert } from 'antd';
import type { RowProblem } from '../../contract/opening.ts';
import { problemsOf, sentenceOf } from '../api.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { words } from '../words.ts';
import { FileChanged } from './useOwnFiles.ts';

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

export function Refused({ error }: { readonly error: unknown }) {
  const problems = problemsOf(error);
  if (error instanceof FileChanged) return <Alert type="error" title={words.fileChanged} />;
  if (problems.length === 0) return <Alert type="error" title={sentenceOf(error)} />;
  return (
    <section aria-labelledby="problems">
      <h3 id="problems">{words.problemsTitle(problems.length)}</h3>
      <p>{words.problemsText}</p>
      <Listing
        caption={words.problemsTitle(problems.length)}
        columns={PROBLEMS}
        rows={problems}
        rowKey={({ file, sheet, cell, expected }) => `${file} ${sheet} ${cell} ${expected}`}
      />
    </section>
  );
}
