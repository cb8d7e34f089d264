/** Meetings, notices and submissions of the round. */
import type { ReactNode } from 'react';
import type { Round } from '../../contract/round.ts';
import { roundWords } from '../words/round.ts';

type Notice = Round['notices'][number];

export function RoundHistory({ round, today }: { readonly round: Round; readonly today: string }) {
  return (
    <>
      <Part id="meetings" title={roundWords.meetings} empty={roundWords.noMeetings}>
        {round.meetings.map(({ meetingId, on, present, absent }) => (
          <li key={meetingId}>{roundWords.meetingLine(on, present.length, absent.length)}</li>
        ))}
      </Part>
      <Part id="notices" title={roundWords.notices} empty={roundWords.noNotices}>
        {round.notices.map((notice) => (
          <li key={notice.noticeId}>
            {roundWords.noticeLine(notice.people.length, notice.workdays)}：{noticeState(notice, today)}
          </li>
        ))}
      </Part>
      <Part id="submissions" title={roundWords.submissions} empty={roundWords.noSubmissions}>
        {round.submissions.map(({ submissionId, people, late }) => (
          <li key={submissionId}>
            {roundWords.submissionLine(people.length)}
            {late && `（${roundWords.filedLate}）`}
          </li>
        ))}
      </Part>
    </>
  );
}

function noticeState({ sound, from, until }: Notice, today: string): string {
  if (from !== null && until !== null)
    return today > until ? roundWords.noticeOver(from, until) : roundWords.noticeHangs(from, until);
  if (sound === null) return roundWords.noticeWaits;
  return sound ? roundWords.noticeSound : roundWords.noticeUnsound;
}

type PartProps = {
  readonly id: string;
  readonly title: string;
  readonly empty: string;
  readonly children: readonly ReactNode[];
};

function Part({ id, title, empty, children }: PartProps) {
  return (
    <section className="block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children.length === 0 ? <p className="quiet">{empty}</p> : <ul className="notes">{children}</ul>}
    </section>
  );
}
