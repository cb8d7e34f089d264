/** What was tied and tied again goes to the organisation above (G36), whose decision stands with the vote beside it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { DecisionDraft, MeetingMode } from '../../contract/roundMeetingMode.ts';
import { api, sentenceOf } from '../api.ts';
import type { RoundAddress } from '../round/queries.ts';
import { meetingWords as words } from '../words/meeting.ts';
import { faultsOf, type Sat, sentDecision, type ToAppraise } from './decisionForm.ts';
import type { PapersState } from './usePapers.ts';

type Props = {
  readonly at: RoundAddress;
  readonly page: MeetingMode;
  readonly papers: PapersState;
  readonly sat: Sat;
  readonly held: string | null;
};

export function TiedVotes({ at, page, papers, sat, held }: Props) {
  const tied = page.members.flatMap((line) => {
    const draft = papers.values[line.member.id] as DecisionDraft | undefined;
    if (draft === undefined || held === null || !line.meetings.includes(held)) return [];
    const faults = faultsOf(line, draft, sat);
    return faults.length === 1 && faults[0]?.is === 'votesTied' ? [{ line, draft }] : [];
  });
  if (tied.length === 0 || held === null) return null;
  return (
    <section className="block unprinted" aria-labelledby="tied">
      <h2 id="tied">{words.tiedTitle}</h2>
      {tied.map(({ line, draft }) =>
        line.mayDecideTie ? (
          <Tied key={line.member.id} at={at} papers={papers} line={line} draft={draft} meeting={held} />
        ) : (
          <p key={line.member.id}>{words.tiedWaits(line.member.name)}</p>
        ),
      )}
    </section>
  );
}

type TiedProps = Pick<Props, 'at' | 'papers'> & {
  readonly line: ToAppraise;
  readonly draft: DecisionDraft;
  readonly meeting: string;
};

function Tied({ at, papers, line, draft, meeting }: TiedProps) {
  const queries = useQueryClient();
  const deciding = useMutation({
    mutationFn: () =>
      papers.between(async () => {
        await api.decideTies({ ...at, meeting, decisions: [sentDecision(line, draft)] });
        papers.forget(line.member.id);
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['rounds'] }),
  });
  return (
    <div className="after">
      <Button type="primary" loading={deciding.isPending} onClick={() => deciding.mutate()}>
        {words.decideTie(line.member.name)}
      </Button>
      <div aria-live="polite">
        {deciding.isError && <Alert type="error" title={sentenceOf(deciding.error)} />}
      </div>
    </div>
  );
}
