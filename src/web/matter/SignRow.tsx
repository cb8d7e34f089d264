/** One member among those to be signed: what they say, and the leader's word on each task, by hand or by quick keys. */
import { Checkbox } from 'antd';
import type { KeyboardEvent } from 'react';
import type { OpinionLine } from '../../contract/roundOpinions.ts';
import { ChoiceField, TextField } from '../parts/Field.tsx';
import { roundPeopleWords as words } from '../words/roundPeople.ts';

type Done = keyof typeof words.done;
type Quality = keyof typeof words.quality;

export type Opinion = {
  readonly picked: boolean;
  readonly tasks: Readonly<Record<string, Done>>;
  readonly quality: Quality;
  readonly words: string;
};

export const prefilled = ({ tasks }: OpinionLine): Opinion => ({
  picked: true,
  tasks: Object.fromEntries(tasks.map(({ taskId }) => [taskId, 'done'])),
  quality: 'good',
  words: '',
});

const options = (named: Readonly<Record<string, string>>) =>
  Object.entries(named).map(([value, label]) => ({ value, label }));
const DONE = options(words.done);
const QUALITY = options(words.quality);
const QUALITY_KEYS: Readonly<Record<string, Quality>> = { 1: 'excellent', 2: 'good', 3: 'fair', 4: 'poor' };
const DONE_KEYS: Readonly<Record<string, Done>> = { a: 'done', s: 'partly', d: 'notDone' };

type Props = {
  readonly line: OpinionLine;
  readonly index: number;
  readonly opinion: Opinion;
  readonly change: (opinion: Opinion) => void;
};

export function SignRow({ line, index, opinion, change }: Props) {
  const { member, number, tasks, applied, instead, selfReported } = line;
  const allDone = (done: Done) => Object.fromEntries(tasks.map(({ taskId }) => [taskId, done]));
  const pressed = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      document.querySelector<HTMLElement>(`#sign-${index + 1} select, #sign-${index + 1}`)?.focus();
      return;
    }
    if (!(event.target instanceof HTMLSelectElement)) return;
    const quality = QUALITY_KEYS[event.key];
    const done = DONE_KEYS[event.key.toLowerCase()];
    if (quality === undefined && done === undefined) return;
    event.preventDefault();
    if (quality !== undefined) change({ ...opinion, quality });
    if (done !== undefined) change({ ...opinion, tasks: allDone(done) });
  };
  return (
    <fieldset className="task-row" id={`sign-${index}`} onKeyDown={pressed}>
      <legend>
        {member.name}（{number}）
      </legend>
      <Checkbox
        checked={opinion.picked}
        onChange={({ target }) => change({ ...opinion, picked: target.checked })}
      >
        {words.include(member.name)}
      </Checkbox>
      {instead !== '' && <p>{words.instead(instead)}</p>}
      {!applied && <p className="quiet">{words.notApplied}</p>}
      {selfReported !== null && (
        <p>
          {words.selfReported}：{selfReported}
        </p>
      )}
      {tasks.map((task) => (
        <TaskWord
          key={task.taskId}
          task={task}
          id={`done-${member.id}-${task.taskId}`}
          value={opinion.tasks[task.taskId] ?? 'done'}
          change={(done) => change({ ...opinion, tasks: { ...opinion.tasks, [task.taskId]: done } })}
        />
      ))}
      <div className="pair-fields">
        {tasks.length > 0 && (
          <ChoiceField
            id={`quality-${member.id}`}
            label={words.qualityField}
            lacking={undefined}
            options={QUALITY}
            value={opinion.quality}
            change={(quality) => change({ ...opinion, quality: quality as Quality })}
          />
        )}
        <TextField
          id={`words-${member.id}`}
          label={words.opinionWords}
          lacking={undefined}
          most={200}
          value={opinion.words}
          change={(said) => change({ ...opinion, words: said })}
        />
      </div>
    </fieldset>
  );
}

type TaskWordProps = {
  readonly task: OpinionLine['tasks'][number];
  readonly id: string;
  readonly value: Done;
  readonly change: (done: Done) => void;
};

function TaskWord({ task, id, value, change }: TaskWordProps) {
  return (
    <div>
      <ChoiceField
        id={id}
        label={words.taskDone(task.wording)}
        lacking={undefined}
        options={DONE}
        value={value}
        change={(chosen) => change(chosen as Done)}
      />
      <p className="quiet">{ownWords(task)}</p>
    </div>
  );
}

function ownWords({ own, planned }: OpinionLine['tasks'][number]): string {
  if (own === null) return words.planOnly(planned);
  const said = words.ownSays(words.done[own.done], own.claimed, planned);
  return own.words === '' ? said : `${said}；${own.words}`;
}
