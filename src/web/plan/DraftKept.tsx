/** Whether the draft is kept, and what to do when somebody else has saved theirs meanwhile. */
import { Alert, Button } from 'antd';
import type { TaskLine } from '../../contract/plans.ts';
import { planWords } from '../words/plan.ts';
import { Difference } from './Difference.tsx';
import type { DraftState } from './useDraft.ts';

export function DraftKept({ state }: { readonly state: DraftState }) {
  const told = {
    still: '',
    saving: planWords.saving,
    saved: planWords.saved,
    failed: state.is === 'failed' ? `${planWords.notSaved}${state.sentence}` : '',
    conflict: '',
  }[state.is];
  return (
    <p className="quiet" role="status">
      {told}
    </p>
  );
}

type ConflictProps = {
  readonly state: Extract<DraftState, { is: 'conflict' }>;
  readonly mine: readonly TaskLine[];
  readonly labels: readonly string[];
  readonly choose: (theirs: readonly TaskLine[] | null) => void;
};

export function DraftConflict({ state: { theirs }, mine, labels, choose }: ConflictProps) {
  return (
    <Alert
      type="warning"
      title={planWords.conflict}
      description={
        <>
          <Difference before={mine} after={theirs} labels={labels} />
          <p className="acts">
            <Button onClick={() => choose(theirs)}>{planWords.takeTheirs}</Button>
            <Button onClick={() => choose(null)}>{planWords.keepMine}</Button>
          </p>
        </>
      }
    />
  );
}
