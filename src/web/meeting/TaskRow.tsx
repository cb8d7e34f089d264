/** One planned task: what each of the three says of it side by side, and the meeting's own points beside them. */
import type { ReactNode } from 'react';
import { Column, ColumnNames, Columns } from '../parts/Columns.tsx';
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
  <ColumnNames
    wide={deciding}
    names={[
      words.task,
      words.planned,
      words.own,
      words.leader,
      words.sheet,
      ...(deciding ? [words.decided] : []),
    ]}
  />
);

export function TaskRow({ task, item, unsigned, decide }: Props) {
  const { wording, kind, standard, planned, own, leader, sheet, decided } = task;
  const said = own === null ? words.notSaid : `${own.claimed}（${words.done[own.done]}）`;
  return (
    <Columns wide={decide !== null}>
      <span>
        {item !== null && <ItemNumber number={item} />}
        {wording}
        <span className="person-more">
          {[words.kinds[kind], standard, own?.words ?? ''].filter(Boolean).join('；')}
        </span>
        {differs(task) && <span className="meet-differs">≠ {words.differs}</span>}
      </span>
      <Column name={words.planned}>{planned}</Column>
      <Column name={words.own}>{said}</Column>
      <Column name={words.leader}>
        {leader === null ? (unsigned ? words.unsignedShort : '—') : words.done[leader]}
      </Column>
      <Column name={words.sheet}>{sheet ?? '—'}</Column>
      {decide !== null && (
        <Column name={words.decided}>
          {decide}
          {decided !== null && (
            <span className="person-more">
              {words.formerly} {decided}
            </span>
          )}
        </Column>
      )}
    </Columns>
  );
}

/** The key that leads here. */
export const ItemNumber = ({ number }: { readonly number: number }) => (
  <span className="meet-number">{number}</span>
);
