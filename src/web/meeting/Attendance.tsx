/** Who is there: the day, the place, the host, everybody entitled present or absent with a reason, and the minutes. */
import { Alert, Button, Checkbox } from 'antd';
import type { MeetingDraft, MeetingMode } from '../../contract/roundMeetingMode.ts';
import { DayField } from '../parts/DayField.tsx';
import { LongField, TextField } from '../parts/Field.tsx';
import { meetingWords as words } from '../words/meeting.ts';
import { reasonOf, withPresent, withReason } from './attendanceForm.ts';

type Props = {
  readonly page: MeetingMode;
  readonly draft: MeetingDraft;
  readonly change: (draft: MeetingDraft) => void;
};

export function Attendance({ page: { sitting, today }, draft, change }: Props) {
  const { entitled, body, quorum } = sitting;
  const ids = entitled.map(({ id }) => id);
  return (
    <section className="block unprinted" aria-labelledby="attendance">
      <h2 id="attendance">{words.attendance}</h2>
      <p>{words.sits(words.body[body], entitled.length, quorum)}</p>
      <div className="stack">
        <DayField
          id="meeting-on"
          label={words.on}
          lacking={draft.on > today ? words.ahead : undefined}
          value={draft.on}
          change={(on) => change({ ...draft, on })}
        />
        <TextField
          id="meeting-place"
          label={words.place}
          lacking={undefined}
          most={200}
          value={draft.place}
          change={(place) => change({ ...draft, place })}
        />
        <TextField
          id="meeting-host"
          label={words.host}
          lacking={undefined}
          most={200}
          complete="off"
          value={draft.host}
          change={(host) => change({ ...draft, host })}
        />
      </div>
      <p className="acts">
        <Button onClick={() => change({ ...draft, present: ids })}>{words.everybodyPresent}</Button>
      </p>
      <ul className="meet-seats" aria-label={words.attendance}>
        {entitled.map(({ id, name }) => (
          <li key={id}>
            <Checkbox
              checked={draft.present.includes(id)}
              onChange={({ target }) => change(withPresent(draft, id, target.checked))}
            >
              {name}
            </Checkbox>
            {!draft.present.includes(id) && (
              <input
                aria-label={words.reason(name)}
                placeholder={words.reasonField}
                maxLength={200}
                value={reasonOf(draft, id)}
                onChange={({ target }) => change(withReason(draft, id, target.value))}
              />
            )}
          </li>
        ))}
      </ul>
      <Enough sitting={sitting} draft={draft} />
    </section>
  );
}

/** Whether they are enough, and whose absence is not explained. */
function Enough({
  sitting: { entitled, quorum },
  draft,
}: { readonly sitting: MeetingMode['sitting'] } & Pick<Props, 'draft'>) {
  const present = entitled.filter(({ id }) => draft.present.includes(id)).length;
  const bare = entitled.filter(({ id }) => !draft.present.includes(id) && reasonOf(draft, id).trim() === '');
  return (
    <div role="status" className="after">
      <Alert
        type={present >= quorum ? 'success' : 'warning'}
        title={
          present >= quorum
            ? words.enough(present, entitled.length)
            : words.tooFew(present, entitled.length, quorum)
        }
      />
      {present >= quorum && bare.length > 0 && (
        <Alert type="warning" title={words.unexplained(bare.map(({ name }) => name).join('、'))} />
      )}
    </div>
  );
}

export function Minutes({ draft, change }: Omit<Props, 'page'>) {
  return (
    <section className="block unprinted" aria-label={words.minutes}>
      <LongField
        id="meeting-minutes"
        label={words.minutes}
        lacking={undefined}
        most={2000}
        value={draft.minutes}
        change={(minutes) => change({ ...draft, minutes })}
      />
      <p className="quiet">{words.minutesNote}</p>
    </section>
  );
}
