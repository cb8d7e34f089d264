/** The paper is handed in: the meeting, then each member's decision whole; whatever is refused keeps its draft and is said. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { DecisionDraft, MeetingDraft, MeetingMode } from '../../contract/roundMeetingMode.ts';
import { api, sentenceOf } from '../api.ts';
import type { RoundAddress } from '../round/queries.ts';
import { meetingWords as words } from '../words/meeting.ts';
import { sentAttendance } from './attendanceForm.ts';
import { type Sat, sentPoints, sentVote, stands, type ToAppraise } from './decisionForm.ts';
import { MEETING } from './meetingPapers.ts';
import { tiedIn } from './TiedVotes.tsx';
import type { PapersState } from './usePapers.ts';

type Props = {
  readonly at: RoundAddress;
  readonly page: MeetingMode;
  readonly papers: PapersState;
  readonly draft: MeetingDraft;
  /** A meeting already held; null: the new one, held now. */
  readonly held: string | null;
  readonly sat: Sat;
  readonly joined: (meetingId: string) => void;
  readonly refused: (refusals: Readonly<Record<string, string>>) => void;
};

const takenOf = ({ values }: PapersState, line: ToAppraise, sat: Sat) => {
  const draft = values[line.member.id] as DecisionDraft | undefined;
  return stands(line, draft, sat) ? draft : undefined;
};

export function HandIn({ at, page, papers, draft, held, sat, joined, refused }: Props) {
  const queries = useQueryClient();
  const [done, setDone] = useState(0);
  const taken = page.members.filter((line) => takenOf(papers, line, sat) !== undefined);
  const mine = taken.filter(
    ({ mayAppraise, meetings, again }) =>
      mayAppraise && (held === null ? true : again === null || meetings.includes(held)),
  );
  // a meeting at which all votes were tied is held too
  const holds = held === null && tiedIn(page, papers, sat).some(({ line }) => line.mayAppraise);
  const handing = useMutation({
    mutationFn: () =>
      papers.between(async () => {
        const meeting =
          held ?? (await api.holdMeeting({ ...at, ...sentAttendance(draft, page.sitting) })).meetingId;
        if (held === null) papers.forget(MEETING);
        joined(meeting);
        const refusals: Record<string, string> = {};
        for (const [index, line] of mine.entries()) {
          setDone(index);
          const decision = takenOf(papers, line, sat);
          if (decision === undefined) continue;
          try {
            const sent = { ...sentPoints(line, decision), ...sentVote(decision) };
            await api.appraise({ ...at, meeting, decisions: [sent] });
            papers.forget(line.member.id);
          } catch (error) {
            refusals[line.member.id] = sentenceOf(error);
          }
        }
        refused(refusals);
        return { count: mine.length - Object.keys(refusals).length, refusals };
      }),
    // a meeting whose answer was lost stands in the books: the page shows it before anything is tried again
    onSettled: () => queries.invalidateQueries({ queryKey: ['rounds'] }),
  });
  const others = taken.filter(({ mayAppraise, appraiser }) => !mayAppraise && appraiser !== null);
  return (
    <section className="block unprinted" aria-labelledby="hand-in">
      <h2 id="hand-in" tabIndex={-1}>
        {words.handIn}
      </h2>
      {others.map(({ member, appraiser }) => (
        <p key={member.id}>{words.otherHands(member.name, appraiser ?? '')}</p>
      ))}
      {(mine.length > 0 || holds) && (held !== null || page.mayHold) ? (
        <>
          <p className="quiet">{words.handInNote}</p>
          <Button type="primary" loading={handing.isPending} onClick={() => handing.mutate()}>
            {handing.isPending
              ? words.handing(done, mine.length)
              : words.handInAct(mine.length, held === null)}
          </Button>
        </>
      ) : (
        <p className="quiet">
          {page.members.some(({ mayAppraise }) => mayAppraise) ? words.nothingTaken : words.notMine}
        </p>
      )}
      <div aria-live="polite" className="after">
        {handing.isError && <Alert type="error" title={sentenceOf(handing.error)} />}
        {handing.isSuccess && <Told page={page} {...handing.data} />}
      </div>
    </section>
  );
}

type ToldProps = Pick<Props, 'page'> & {
  readonly count: number;
  readonly refusals: Readonly<Record<string, string>>;
};

function Told({ page, count, refusals }: ToldProps) {
  const names = new Map(page.members.map(({ member }) => [member.id, member.name]));
  const refused = Object.entries(refusals);
  return (
    <>
      {count > 0 && <Alert type="success" title={words.handedIn(count)} />}
      {refused.length > 0 && (
        <Alert
          type="error"
          title={words.refusedSome(refused.length)}
          description={
            <ul className="notes">
              {refused.map(([id, sentence]) => (
                <li key={id}>
                  {names.get(id)}：{sentence}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}
