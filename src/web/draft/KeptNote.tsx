/** How a draft that keeps itself is doing; where it was saved elsewhere meanwhile, which of the two is to stay. */
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { draftWords as words } from '../words/draft.ts';
import type { KeptDraft } from './useKeptDraft.ts';
import type { SavingState } from './useSaving.ts';

export function KeptNote({
  state,
  children,
}: {
  readonly state: SavingState;
  readonly children?: ReactNode;
}) {
  return (
    <p className={state.is === 'failed' ? 'lacking' : 'quiet'} role="status">
      {state.is === 'saving' && words.saving}
      {state.is === 'saved' && words.saved}
      {state.is === 'failed' && `${words.notSaved}${state.sentence}`} {children}
    </p>
  );
}

type Both = {
  readonly title: string;
  /** What the other says, or where it comes from. */
  readonly children: ReactNode;
  readonly choose: (theirs: boolean) => void;
};

export function TwoDrafts({ title, children, choose }: Both) {
  return (
    <Alert
      type="warning"
      title={title}
      description={
        <>
          {children}
          <p className="acts">
            <Button onClick={() => choose(true)}>{words.takeTheirs}</Button>
            <Button onClick={() => choose(false)}>{words.keepMine}</Button>
          </p>
        </>
      }
    />
  );
}

type OneProps<Content> = {
  readonly draft: KeptDraft<Content>;
  readonly title: string;
  readonly told: (theirs: Content) => ReactNode;
  readonly take: (theirs: Content) => void;
};

/** Both, for one draft. */
export function KeptOrTwo<Content>({ draft, title, told, take }: OneProps<Content>) {
  const { state, theirs, settle } = draft;
  return (
    <>
      <KeptNote state={state} />
      {theirs !== null && (
        <TwoDrafts
          title={title}
          choose={(isTheirs) => {
            if (isTheirs) take(theirs.content);
            settle(theirs.version);
          }}
        >
          {told(theirs.content)}
        </TwoDrafts>
      )}
    </>
  );
}
