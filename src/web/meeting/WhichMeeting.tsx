/** Into which meeting the results go: a new one, or one already held that may still decide. */
import type { MeetingMode } from '../../contract/roundMeetingMode.ts';
import { meetingWords as words } from '../words/meeting.ts';

type Props = {
  readonly page: MeetingMode;
  readonly held: string | null;
  readonly pick: (meetingId: string | null) => void;
};

export function WhichMeeting({ page: { meetings, members, mayHold, mayPrepare }, held, pick }: Props) {
  const open = meetings.filter(({ meetingId }) => members.some((line) => line.meetings.includes(meetingId)));
  if (open.length === 0) return mayHold || mayPrepare ? null : <p>{words.noneHeld}</p>;
  return (
    <fieldset className="meet-which unprinted">
      <legend>{words.which}</legend>
      {(mayHold || mayPrepare) && (
        <label className="meet-check">
          <input type="radio" name="meeting" checked={held === null} onChange={() => pick(null)} />
          {words.newOne}
        </label>
      )}
      {open.map(({ meetingId, on, present }) => (
        <label key={meetingId} className="meet-check">
          <input type="radio" name="meeting" checked={held === meetingId} onChange={() => pick(meetingId)} />
          {words.held(on, present.length)}
        </label>
      ))}
    </fieldset>
  );
}
