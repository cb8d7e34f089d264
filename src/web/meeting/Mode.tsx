/** 会议方式 as a whole: whose turn it is, how many are left, the list, the keys. */
import { useEffect, useRef, useState } from 'react';
import type { DecisionDraft, MeetingMode } from '../../contract/roundMeetingMode.ts';
import { meetingWords as words } from '../words/meeting.ts';
import { proposed, type Sat, stands, type ToAppraise } from './decisionForm.ts';
import { Stage } from './Stage.tsx';
import type { PapersState } from './usePapers.ts';

type Props = {
  readonly page: MeetingMode;
  readonly papers: PapersState;
  readonly sat: Sat;
  readonly refusals: Readonly<Record<string, string>>;
  readonly current: string | undefined;
  readonly go: (member: string) => void;
};

export function Mode({ page, papers, sat, refusals, current, go }: Props) {
  const { members, last } = page;
  const pace = usePace();
  const box = useRef<HTMLDivElement>(null);
  const draftOf = (line: ToAppraise) =>
    (papers.values[line.member.id] as DecisionDraft | undefined) ?? proposed(line, sat);
  const isTaken = (line: ToAppraise) => stands(line, draftOf(line), sat);
  const isOpen = (line: ToAppraise) => line.mayPrepare && !isTaken(line);
  const open = members.findIndex(isOpen);
  const found = members.findIndex(({ member }) => member.id === current);
  const at = found === -1 ? Math.max(0, open) : found;
  const line = members[at];
  if (line === undefined) return <p className="empty">{words.none}</p>;
  const goTo = (index: number) => {
    const next = members[index];
    if (next === undefined) return;
    go(next.member.id);
    box.current?.scrollIntoView();
  };
  const taken = members.filter(isTaken).length;
  return (
    <div ref={box} className="unprinted">
      <p className="meet-clock" role="status">
        {words.left(taken, members.length - taken)}
        <progress value={taken} max={members.length} aria-label={words.left(taken, members.length - taken)} />
        {pace.seconds !== null && <span className="quiet">{words.pace(pace.seconds)}</span>}
      </p>
      <Stage
        key={line.member.id}
        line={line}
        draft={draftOf(line)}
        sat={sat}
        last={last}
        at={at}
        all={members.length}
        refusal={refusals[line.member.id]}
        change={(draft) => papers.change(line.member.id, draft)}
        step={(by) => goTo(at + by)}
        taken={(draft) => {
          papers.change(line.member.id, draft);
          pace.count();
          const next = nextOpen(members, at, isOpen);
          if (next === undefined) document.getElementById('hand-in')?.focus();
          else goTo(next);
        }}
      />
      <details className="block">
        <summary>{words.list}</summary>
        <ol className="meet-list">
          {members.map((one, index) => (
            <li key={one.member.id}>
              <button
                type="button"
                className="choice"
                aria-current={index === at}
                onClick={() => goTo(index)}
              >
                {words.personState(one.member.name, isTaken(one) ? words.takenAlready : words.open)}
              </button>
            </li>
          ))}
        </ol>
      </details>
      <Keys />
    </div>
  );
}

/** The next one still to be decided after this, or from the beginning. */
function nextOpen(members: readonly ToAppraise[], at: number, isOpen: (line: ToAppraise) => boolean) {
  const order = members.map((_line, index) => (at + 1 + index) % members.length);
  return order.find((index) => index !== at && isOpen(members[index] as ToAppraise));
}

/** Seconds a member since the first one came up here; null before the first decision. */
function usePace() {
  const begun = useRef(0);
  useEffect(() => {
    begun.current = performance.now();
  }, []);
  const [counted, setCounted] = useState({ taken: 0, seconds: null as number | null });
  return {
    seconds: counted.seconds,
    count: () =>
      setCounted(({ taken }) => ({
        taken: taken + 1,
        seconds: Math.max(1, Math.round((performance.now() - begun.current) / 1000 / (taken + 1))),
      })),
  };
}

const Keys = () => (
  <section className="meet-keys" aria-labelledby="keys">
    <h3 id="keys">{words.keysTitle}</h3>
    <dl>
      {words.keys.map(([key, does]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </section>
);
