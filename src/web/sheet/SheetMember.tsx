/** One member on the sheet: each task with what was claimed and said of it, and the scorekeeper's points. */
import { memo } from 'react';
import { TwoDrafts } from '../draft/KeptNote.tsx';
import { Column, ColumnNames, Columns } from '../parts/Columns.tsx';
import { sheetWords } from '../words/sheet.ts';
import { faultOf, type SheetLine, type SheetTask, summed, type Typed } from './sheetValues.ts';
import type { Theirs } from './useSheetDraft.ts';

type Props = {
  readonly line: SheetLine;
  readonly typed: Typed;
  readonly put: (member: string, typed: Typed) => void;
  readonly theirs: Theirs | undefined;
  readonly settle: (member: string, take: boolean) => void;
};

/** Drawn anew only when its own values change: a branch may have hundreds of lines. */
export const SheetMember = memo(
  Member,
  (before, after) =>
    before.line === after.line &&
    before.typed === after.typed &&
    before.theirs === after.theirs &&
    before.put === after.put,
);

function Member({ line, typed, put, theirs, settle }: Props) {
  const { member, number, group, state, tasks, mayAssess, isDue, assessor, quality } = line;
  const { sum, planned, faults } = summed(line, typed);
  return (
    <fieldset className="sheet-member">
      <legend>
        {member.name}{' '}
        <span className="h1-more">
          {[number, group, state, quality === null ? null : sheetWords.qualityOf(sheetWords.quality[quality])]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </legend>
      {theirs !== undefined && <Conflict line={line} theirs={theirs} settle={settle} />}
      {isDue && !mayAssess && assessor !== null && (
        <p className="quiet">{sheetWords.ownLine(member.name, assessor)}</p>
      )}
      <ColumnNames
        wide
        names={[sheetWords.task, sheetWords.planned, sheetWords.own, sheetWords.leader, sheetWords.points]}
      />
      {tasks.map((task) => (
        <SheetRow
          key={task.taskId}
          line={line}
          task={task}
          text={typed.tasks[task.taskId]}
          change={(text) => put(member.id, { ...typed, tasks: { ...typed.tasks, [task.taskId]: text } })}
        />
      ))}
      {mayAssess && (
        <div className="sheet-foot">
          <input
            aria-label={sheetWords.wordsOf(member.name)}
            placeholder={sheetWords.words}
            maxLength={500}
            value={typed.words}
            onChange={({ target }) => put(member.id, { ...typed, words: target.value })}
          />
          <output>
            {sheetWords.total(sum, planned)}{' '}
            <strong>{faults === 0 ? sheetWords.whole : sheetWords.short(faults)}</strong>
          </output>
        </div>
      )}
    </fieldset>
  );
}

type RowProps = {
  readonly line: SheetLine;
  readonly task: SheetTask;
  readonly text: string | undefined;
  readonly change: (text: string) => void;
};

function SheetRow({ line: { member, mayAssess, unsigned }, task, text, change }: RowProps) {
  const { taskId, wording, kind, planned, own, leader, sheet } = task;
  const fault = mayAssess ? faultOf(task, text) : null;
  const id = `${member.id}-${taskId}`;
  return (
    <Columns wide>
      <span>
        {wording}
        <span className="person-more">{sheetWords.kinds[kind]}</span>
      </span>
      <Column name={sheetWords.planned}>{planned}</Column>
      <Column name={sheetWords.own}>
        {own === null ? sheetWords.notSaid : `${own.claimed}（${sheetWords.done[own.done]}）`}
      </Column>
      <Column name={sheetWords.leader}>
        {leader === null ? (unsigned ? sheetWords.unsigned : '—') : sheetWords.done[leader]}
      </Column>
      <Column name={sheetWords.points}>
        {mayAssess ? (
          <>
            <input
              inputMode="decimal"
              autoComplete="off"
              maxLength={12}
              data-member={member.id}
              data-task={taskId}
              aria-label={sheetWords.fieldOf(member.name, wording)}
              aria-describedby={fault === null ? undefined : `${id}-fault`}
              aria-invalid={fault === 'wrong'}
              value={text ?? ''}
              onChange={({ target }) => change(target.value)}
            />
            {fault !== null && (
              <span id={`${id}-fault`} className={fault === 'wrong' ? 'lacking' : 'quiet'}>
                {fault === 'wrong' ? sheetWords.wrong(planned) : sheetWords.missing}
              </span>
            )}
          </>
        ) : (
          (sheet ?? '—')
        )}
      </Column>
    </Columns>
  );
}

type ConflictProps = Pick<Props, 'line' | 'settle'> & { readonly theirs: Theirs };

function Conflict({ line: { member, tasks }, theirs, settle }: ConflictProps) {
  const told = tasks.map(
    ({ taskId, wording }) => `${wording} ${theirs.typed.tasks[taskId] || sheetWords.blank}`,
  );
  return (
    <TwoDrafts title={sheetWords.conflict(member.name)} choose={(take) => settle(member.id, take)}>
      <p>{[...told, theirs.typed.words].filter(Boolean).join('；')}</p>
    </TwoDrafts>
  );
}
