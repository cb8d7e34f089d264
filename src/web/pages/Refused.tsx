/** Why an opening was refused: one sentence, or cell by cell what is to be mended. */
import { Alert } from 'antd';
import { problemsOf, sentenceOf } from '../api.ts';
import { RowProblems } from '../parts/RowProblems.tsx';
import { words } from '../words.ts';
import { FileChanged } from './useOwnFiles.ts';

export function Refused({ error }: { readonly error: unknown }) {
  const problems = problemsOf(error);
  if (error instanceof FileChanged) return <Alert type="error" title={words.fileChanged} />;
  if (problems.length === 0) return <Alert type="error" title={sentenceOf(error)} />;
  return (
    <section aria-labelledby="problems">
      <h3 id="problems">{words.problemsTitle(problems.length)}</h3>
      <p>{words.problemsText}</p>
      <RowProblems problems={problems} />
    </section>
  );
}
