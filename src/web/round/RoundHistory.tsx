/** Meetings, notices and submissions of the round, each with its papers for those who may read them. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Round } from '../../contract/round.ts';
import { NoticeLink } from '../parts/NoticeLink.tsx';
import { noticeWords } from '../words/notice.ts';
import { paperWords } from '../words/papers.ts';
import { roundWords } from '../words/round.ts';
import { noticesQuery, type RoundAddress } from './queries.ts';
import { RoundPaper } from './RoundPaper.tsx';

type Notice = Round['notices'][number];

type Props = { readonly at: RoundAddress; readonly round: Round; readonly today: string };

export function RoundHistory({ at, round, today }: Props) {
  const seesAppraisal = round.abilities.includes('readAppraisal');
  const hanging = useQuery(noticesQuery(at.organisation)).data?.notices ?? [];
  return (
    <>
      <Part id="meetings" title={roundWords.meetings} empty={roundWords.noMeetings}>
        {round.meetings.map(({ meetingId, on, present, absent }) => (
          <li key={meetingId}>
            {roundWords.meetingLine(on, present.length, absent.length)}{' '}
            {seesAppraisal && <RoundPaper at={at} kind="minutes" of={meetingId} label={paperWords.minutes} />}
          </li>
        ))}
      </Part>
      <Part id="notices" title={roundWords.notices} empty={roundWords.noNotices}>
        {round.notices.map((notice) => (
          <li key={notice.noticeId}>
            {roundWords.noticeLine(notice.people.length, notice.workdays)}：{noticeState(notice, today)}{' '}
            <RoundPaper at={at} kind="notice" of={notice.noticeId} label={paperWords.notice} />
            {notice.until !== null && today > notice.until && (
              <RoundPaper at={at} kind="noticeResult" of={notice.noticeId} label={paperWords.noticeResult} />
            )}
            {hanging
              .filter(({ noticeId }) => noticeId === notice.noticeId)
              .map(({ noticeId, left, link, poster }) => (
                <div key={noticeId}>
                  <p>{noticeWords.left(left)}</p>
                  <NoticeLink id={`link-${noticeId}`} link={link} poster={poster} />
                </div>
              ))}
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
