/** Each task of the quarter in the application: how far it came, the points claimed, a word. */
import type { Matter } from '../../contract/round.ts';
import type { ApplicationForm } from '../../contract/roundMember.ts';
import { ChoiceField, LongField, TextField } from '../parts/Field.tsx';
import { roundPeopleWords as words } from '../words/roundPeople.ts';
import type { TaskClaim } from './applicationForm.ts';

const DONE = Object.entries(words.done).map(([value, label]) => ({ value, label }));
const NOTHING = '0.00';

type Props = {
  readonly matter: Matter;
  readonly form: ApplicationForm;
  readonly change: (form: ApplicationForm) => void;
  readonly lacking: (id: string) => string | undefined;
};

export function TaskFields({ matter, form, change, lacking }: Props) {
  const changed = (taskId: string, part: Partial<TaskClaim>) =>
    change({
      ...form,
      tasks: form.tasks.map((one) => (one.taskId === taskId ? { ...one, ...part } : one)),
    });
  return form.tasks.map((claim) => {
    const task = matter.tasks.find(({ taskId }) => taskId === claim.taskId);
    if (task === undefined) return null;
    const { taskId, planned } = task;
    const claimedFor = { done: planned, partly: claim.claimed, notDone: NOTHING };
    return (
      <fieldset key={taskId} className="task-row">
        <legend>{task.wording}</legend>
        {task.standard !== '' && <p className="quiet">{task.standard}</p>}
        <div className="pair-fields">
          <ChoiceField
            id={`done-${taskId}`}
            label={words.doneField}
            lacking={undefined}
            options={DONE}
            value={claim.done}
            change={(value) => {
              const done = value as TaskClaim['done'];
              changed(taskId, { done, claimed: claimedFor[done] });
            }}
          />
          <TextField
            id={`claimed-${taskId}`}
            label={words.claimedField(planned)}
            lacking={lacking(`claimed-${taskId}`)}
            most={10}
            value={claim.claimed}
            change={(claimed) => changed(taskId, { claimed })}
          />
        </div>
        <LongField
          id={`words-${taskId}`}
          label={words.wordsField}
          lacking={undefined}
          most={500}
          value={claim.words}
          change={(said) => changed(taskId, { words: said })}
        />
      </fieldset>
    );
  });
}
