/** One planned task: what each of the three says of it side by side, and the meeting's own points beside them. */
import type { ReactNode } from 'react';
import { meetingWords as words } from '../words/meeting.ts';
import { differs, type Task } from './decisionForm.ts';

type Props = {
  readonly task: Task;
  /** Its place among what is decided; null where nothing is. */
  readonly item: number | null;
  readonly unsigned: boolean;
  /** Null on paper. */
  readonly decide: ReactNode;
};

export const TaskHead = ({ deciding }: { readonly deciding: boolean }) => (
  <div className={deciding ? 'meet-head deciding' : 'meet-head'} aria-hidden="true">
    {[
      words.task,
      words.planned,
      words.own,
      words.leader,
      words.sheet,
      ...(deciding ? [words.decided] : []),
    ].map((name) => (
      <span key={name}>{name}</span>
    ))}
  </div>
);

export function TaskRow({ task, item, unsigned, decide }: Props) {
  const { wording, kind, standard, planned, own, leader, sheet, decided } = task;
  const said = own === null ? words.notSaid : `${own.claimed}（${words.done[own.done]}）`;
  return (
    <div className={decide === null ? 'meet-row' : 'meet-row deciding'}>
      <span className="meet-wording">
        {item !== null && <ItemNumber number={item} />}
        {wording}
        <span className="person-more">
          {[words.kinds[kind], standard, own?.words ?? ''].filter(Boolean).join('；')}
        </span>
        {differs(task) && <span className="meet-differs">≠ {words.differs}</span>}
      </span>
      <Cell name={words.planned}>{planned}</Cell>
      <Cell name={words.own}>{said}</Cell>
      <Cell name={words.leader}>
        {leader === null ? (unsigned ? words.unsignedShort : '—') : words.done[leader]}
      </Cell>
      <Cell name={words.sheet}>{sheet ?? '—'}</Cell>
      {decide !== null && (
        <Cell name={words.decided}>
          {decide}
          {decided !== null && (
            <span className="person-more">
              {words.formerly} {decided}
            </span>
          )}
        </Cell>
      )}
    </div>
  );
}

/** The key that leads here. */
export const ItemNumber = ({ number }: { readonly number: number }) => (
  <span className="meet-number">{number}</span>
);

function Cell({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="meet-cell">
      <span className="meet-name">{name}</span>
      <span>{children}</span>
    </div>
  );
}
