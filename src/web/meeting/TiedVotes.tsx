/** Votes that are tied: discussed again, and tied again, they go to the organisation above (G36). */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { DecisionDraft, MeetingMode } from '../../contract/roundMeetingMode.ts';
import { api, sentenceOf } from '../api.ts';
import type { RoundAddress } from '../round/queries.ts';
import { meetingWords as words } from '../words/meeting.ts';
import { faultsOf, type Sat, sentVote, type ToAppraise } from './decisionForm.ts';
import type { PapersState } from './usePapers.ts';

type Props = {
  readonly at: RoundAddress;
  readonly page: MeetingMode;
  readonly papers: PapersState;
  readonly sat: Sat;
  readonly held: string | null;
};

export type Tied = { readonly line: ToAppraise; readonly draft: DecisionDraft };

/** Whose drafts lack nothing but a majority. */
export const tiedIn = ({ members }: MeetingMode, { values }: PapersState, sat: Sat): Tied[] =>
  members.flatMap((line) => {
    const draft = values[line.member.id] as DecisionDraft | undefined;
    const faults = draft === undefined ? [] : faultsOf(line, draft, sat);
    return draft !== undefined && faults.length === 1 && faults[0]?.is === 'votesTied'
      ? [{ line, draft }]
      : [];
  });

export function TiedVotes({ at, page, papers, sat, held }: Props) {
  const tied = tiedIn(page, papers, sat).filter(({ line }) => held === null || line.meetings.includes(held));
  if (tied.length === 0) return null;
  return (
    <section className="block unprinted" aria-labelledby="tied">
      <h2 id="tied">{words.tiedTitle}</h2>
      {held === null && <p>{words.tiedHoldFirst}</p>}
      {tied.map(({ line, draft }) =>
        held !== null && line.mayAppraise ? (
          <Referring key={line.member.id} at={at} papers={papers} line={line} draft={draft} meeting={held} />
        ) : (
          <p key={line.member.id}>{words.tiedWaits(line.member.name, line.appraiser)}</p>
        ),
      )}
    </section>
  );
}

type ReferringProps = Pick<Props, 'at' | 'papers'> & Tied & { readonly meeting: string };

function Referring({ at, papers, line, draft, meeting }: ReferringProps) {
  const queries = useQueryClient();
  const referring = useMutation({
    mutationFn: () =>
      papers.between(() =>
        api.referTies({ ...at, meeting, ties: [{ member: line.member.id, ...sentVote(draft) }] }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['rounds'] }),
  });
  return (
    <div className="after">
      <p>{words.tiedTwice(line.member.name)}</p>
      <Button loading={referring.isPending} onClick={() => referring.mutate()}>
        {words.referTie(line.member.name)}
      </Button>
      <div aria-live="polite">
        {referring.isError && <Alert type="error" title={sentenceOf(referring.error)} />}
      </div>
    </div>
  );
}
