/** Whether the draft is saved; if it could not be, why, and what to do. Nothing typed is lost. */
import { Alert, Button } from 'antd';
import { sentenceOf } from '../api.ts';
import { rulesWords } from '../words/rules.ts';
import type { Drafting } from './useDraft.ts';

export function Saving({ work: { state, error, saveAgain } }: { readonly work: Drafting }) {
  if (error === null)
    return (
      <p role="status" className="quiet">
        {rulesWords[state]}
      </p>
    );
  return (
    <Alert
      type="error"
      title={`${rulesWords.saveFailed}${sentenceOf(error)}`}
      action={
        <div className="acts">
          <Button onClick={saveAgain}>{rulesWords.again}</Button>
          <Button onClick={() => location.reload()}>{rulesWords.reload}</Button>
        </div>
      }
    />
  );
}
