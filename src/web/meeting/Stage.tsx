/** 会议方式: one member before the meeting, everything that was said, and the decision as it is taken. */
import { Button } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import type { DecisionDraft } from '../../contract/roundMeetingMode.ts';
import { meetingWords as words } from '../words/meeting.ts';
import { ClaimDecisions } from './ClaimDecisions.tsx';
import { type Deciding, faultsOf, type ToAppraise } from './decisionForm.ts';
import { Inputs } from './Inputs.tsx';
import { TaskDecisions } from './TaskDecisions.tsx';
import { useStageKeys } from './useStageKeys.ts';
import { Vote } from './Vote.tsx';

type Props = Omit<Deciding, 'asked' | 'line'> & {
  readonly line: ToAppraise;
  /** 第几人 and 几人. */
  readonly at: number;
  readonly all: number;
  readonly refusal: string | undefined;
  readonly step: (by: 1 | -1) => void;
  /** The decision stands as it is filled in. */
  readonly taken: (draft: DecisionDraft) => void;
};

/** Remounted for each member: the focus stands on the member's name, and nothing is asked yet. */
export function Stage({ at, all, refusal, step, taken, ...deciding }: Props) {
  const { line, draft, sat } = deciding;
  const stage = useRef<HTMLElement>(null);
  const [tries, setTries] = useState(0);
  const asked = tries > 0;
  // before anybody can see it: a key pressed at once would be heard by nobody
  useLayoutEffect(() => stage.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => {
    if (tries > 0) stage.current?.querySelector<HTMLElement>('[data-lacks]')?.focus();
  }, [tries]);
  const faults = faultsOf(line, draft, sat);
  const take = () => {
    if (!line.mayPrepare) step(1);
    else if (faults.length === 0) taken({ ...draft, taken: true });
    else setTries(tries + 1);
  };
  const onKeyDown = useStageKeys(stage, { take, step });
  return (
    <section
      ref={stage}
      tabIndex={-1}
      className="meet-stage"
      aria-labelledby="stage-name"
      onKeyDown={onKeyDown}
    >
      <StageHead line={line} isTaken={draft.taken && faults.length === 0} at={at} all={all} />
      {refusal !== undefined && (
        <p className="lacking" role="alert">
          {refusal}
        </p>
      )}
      <Inputs line={line} />
      <fieldset className="asked" disabled={!line.mayPrepare}>
        <TaskDecisions {...deciding} asked={asked} />
        <ClaimDecisions {...deciding} asked={asked} />
        <Vote {...deciding} asked={asked} />
      </fieldset>
      {asked && faults.length > 0 && (
        <p className="lacking" role="alert">
          {words.faults(faults.length)}
        </p>
      )}
      <p className="acts after">
        <Button onClick={() => step(-1)}>{words.previous}</Button>
        {line.mayPrepare && (
          <Button type="primary" onClick={take}>
            {words.take}
          </Button>
        )}
        <Button onClick={() => step(1)}>{words.skip}</Button>
      </p>
    </section>
  );
}

type HeadProps = Pick<Props, 'line' | 'at' | 'all'> & { readonly isTaken: boolean };

function StageHead({ line, isTaken, at, all }: HeadProps) {
  const { member, number, group, appraiser, draft: kept } = line;
  const standing = isTaken ? words.takenAlready : kept === null ? words.open : words.changed;
  return (
    <header className="meet-head-line">
      <h2 id="stage-name">
        {member.name}{' '}
        <span className="h1-more">
          {[number, group, words.turn(at + 1, all), standing].filter(Boolean).join(' · ')}
        </span>
      </h2>
      {appraiser !== null && <p>{words.instead(appraiser)}</p>}
    </header>
  );
}
