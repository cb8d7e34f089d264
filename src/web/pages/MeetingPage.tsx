/** 支部评议: the package before the meeting, and the meeting mode for the projector. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import type { MeetingDraft, MeetingMode } from '../../contract/roundMeetingMode.ts';
import { sessionQuery } from '../api.ts';
import { Attendance, Minutes } from '../meeting/Attendance.tsx';
import { blankMeeting } from '../meeting/attendanceForm.ts';
import type { Sat } from '../meeting/decisionForm.ts';
import { HandIn } from '../meeting/HandIn.tsx';
import { Mode } from '../meeting/Mode.tsx';
import { Package } from '../meeting/Package.tsx';
import { Saving } from '../meeting/Saving.tsx';
import { MEETING } from '../meeting/meetingPapers.ts';
import { Ties } from '../meeting/Ties.tsx';
import { TiedVotes } from '../meeting/TiedVotes.tsx';
import { usePapers } from '../meeting/usePapers.ts';
import { WhichMeeting } from '../meeting/WhichMeeting.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { meetingQuery, type RoundAddress } from '../round/queries.ts';
import { meetingWords as words } from '../words/meeting.ts';

const FROM = '/branch/$organisation/$year/rounds/$period/meeting';

export function MeetingPage() {
  const at = useParams({ from: FROM });
  const query = useQuery(meetingQuery(at));
  const { mode } = useSearch({ from: FROM });
  useTitle(query.data?.label ?? '', words.title);
  return (
    <>
      <h1>
        {query.data?.label} <span className="h1-more">{words.title}</span>
      </h1>
      <p className="unprinted">
        <Link to="/branch/$organisation/$year/rounds/$period" params={at} className="inline-door">
          {words.back}
        </Link>
      </p>
      <nav className="places unprinted" aria-label={words.parts}>
        <Link
          to={FROM}
          params={at}
          search={{}}
          activeOptions={{ exact: true }}
          aria-current={mode ? undefined : 'page'}
        >
          {words.before}
        </Link>
        <Link to={FROM} params={at} search={{ mode: true }} aria-current={mode ? 'page' : undefined}>
          {words.mode}
        </Link>
      </nav>
      <Loaded query={query}>{(page) => <MeetingOf at={at} page={page} />}</Loaded>
    </>
  );
}

function MeetingOf({ at, page }: { readonly at: RoundAddress; readonly page: MeetingMode }) {
  const { mode, member } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: FROM });
  const papers = usePapers(at, page);
  const { data: session } = useQuery(sessionQuery);
  const [picked, setPicked] = useState<string | null>();
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});
  const host = page.mayHold ? (session?.who?.name ?? '') : '';
  const draft = (papers.values[MEETING] as MeetingDraft | undefined) ?? blankMeeting(page, host);
  const held = picked === undefined ? usualMeeting(page) : picked;
  const sat = satIn(page, held, draft);
  useSittingOf(at, page, draft.on);
  const change = (next: MeetingDraft) => papers.change(MEETING, next);
  return (
    <>
      <Saving page={page} papers={papers} />
      <Ties at={at} page={page} papers={papers} />
      <WhichMeeting page={page} held={held} pick={setPicked} />
      {held === null &&
        mode !== true &&
        (page.mayPrepare ? (
          <Attendance page={page} draft={draft} change={change} />
        ) : (
          <p className="quiet">{words.mayNotPrepare}</p>
        ))}
      {mode === true ? (
        <>
          {held === null && <TooFew at={at} page={page} sat={sat} />}
          <Mode
            page={page}
            papers={papers}
            sat={sat}
            refusals={refusals}
            current={member}
            go={(next) =>
              void navigate({ search: { mode: true, member: next }, replace: true, resetScroll: false })
            }
          />
          {held === null && page.mayPrepare && <Minutes draft={draft} change={change} />}
          <TiedVotes at={at} page={page} papers={papers} sat={sat} held={held} />
          <HandIn
            at={at}
            page={page}
            papers={papers}
            draft={draft}
            held={held}
            sat={sat}
            joined={setPicked}
            refused={setRefusals}
          />
        </>
      ) : (
        <Package at={at} page={page} meeting={draft} />
      )}
    </>
  );
}

type TooFewProps = { readonly at: RoundAddress; readonly page: MeetingMode; readonly sat: Sat };

function TooFew({ at, page: { sitting }, sat: { present } }: TooFewProps) {
  if (present.length >= sitting.quorum) return null;
  return (
    <Alert
      type="warning"
      title={words.tooFew(present.length, sitting.entitled.length, sitting.quorum)}
      action={
        <Link to={FROM} params={at} search={{}} className="inline-door">
          {words.toBefore}
        </Link>
      }
    />
  );
}

/** The last one held, where it can decide on everybody who is left and no other is being prepared. */
function usualMeeting({ meetings, members, draft, mayHold }: MeetingMode): string | null {
  const last = meetings.at(-1)?.meetingId ?? null;
  if (last === null || !mayHold) return last;
  return draft === null && members.every((line) => line.meetings.includes(last)) ? last : null;
}

function satIn({ meetings, sitting }: MeetingMode, held: string | null, draft: MeetingDraft): Sat {
  const meeting = meetings.find(({ meetingId }) => meetingId === held);
  if (meeting !== undefined) return { on: meeting.on, present: meeting.present };
  return { on: draft.on, present: sitting.entitled.filter(({ id }) => draft.present.includes(id)) };
}

/** Another day may have other people entitled: once it is saved, the server says who. */
function useSittingOf({ organisation, year, period }: RoundAddress, { draft }: MeetingMode, on: string) {
  const queries = useQueryClient();
  const kept = draft?.content.on;
  useEffect(() => {
    if (kept === undefined || kept === on) return undefined;
    const { queryKey } = meetingQuery({ organisation, year, period });
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey }), 2_000);
    return () => clearTimeout(timer);
  }, [kept, on, queries, organisation, year, period]);
}
