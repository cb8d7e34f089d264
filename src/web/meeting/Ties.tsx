/** What was tied twice: with its vote, whoever decides it, and for the organisation above the decision to take (G36). */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { DecisionDraft, MeetingMode } from '../../contract/roundMeetingMode.ts';
import { api, sentenceOf } from '../api.ts';
import type { RoundAddress } from '../round/queries.ts';
import { meetingWords as words } from '../words/meeting.ts';
import { ClaimDecisions } from './ClaimDecisions.tsx';
import { decisionFaults, proposed, sentPoints } from './decisionForm.ts';
import { Inputs } from './Inputs.tsx';
import { TaskDecisions } from './TaskDecisions.tsx';
import type { PapersState } from './usePapers.ts';

type Props = { readonly at: RoundAddress; readonly page: MeetingMode; readonly papers: PapersState };
type Line = MeetingMode['ties'][number];

export function Ties({ at, page, papers }: Props) {
  if (page.ties.length === 0) return null;
  return (
    <section className="block unprinted" aria-labelledby="ties">
      <h2 id="ties">{words.tiesTitle(page.ties.length)}</h2>
      {page.ties.map((line) => (
        <article key={line.member.id} className="meet-stage" aria-labelledby={`tie-${line.member.id}`}>
          <h3 id={`tie-${line.member.id}`}>{line.member.name}</h3>
          <Voted line={line} />
          {line.mayDecideTie && <Deciding at={at} papers={papers} line={line} last={page.last} />}
        </article>
      ))}
    </section>
  );
}

function Voted({ line: { tie, decider } }: { readonly line: Line }) {
  const { on, votes, recused } = tie;
  return (
    <>
      <p>
        {words.tieVote(on, votes.for, votes.against, votes.abstained)}
        {recused.length > 0 && words.tieRecused(recused.map(({ name }) => name).join('、'))}
      </p>
      <p>{words.tieDecider(decider)}</p>
    </>
  );
}

type DecidingProps = Pick<Props, 'at' | 'papers'> & { readonly line: Line; readonly last: string };

function Deciding({ at, papers, line, last }: DecidingProps) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  // nobody of the meeting votes on it any more
  const sat = { on: line.tie.on, present: [] };
  const draft = (papers.values[line.member.id] as DecisionDraft | undefined) ?? proposed(line, sat);
  const change = (next: DecisionDraft) => papers.change(line.member.id, next);
  const lacking = decisionFaults(line, draft, sat).length;
  const deciding = useMutation({
    mutationFn: () =>
      papers.between(async () => {
        await api.decideTies({ ...at, decisions: [sentPoints(line, draft)] });
        papers.forget(line.member.id);
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['rounds'] }),
  });
  const decide = () => {
    setAsked(true);
    if (lacking === 0) deciding.mutate();
  };
  const fields = { line, draft, sat, last, change, asked };
  const wordsId = `tie-words-${line.member.id}`;
  return (
    <>
      <Inputs line={line} />
      <TaskDecisions {...fields} />
      <ClaimDecisions {...fields} />
      <div className="field">
        <label htmlFor={wordsId}>{words.words}</label>
        <textarea
          id={wordsId}
          rows={2}
          maxLength={500}
          value={draft.words}
          onChange={({ target }) => change({ ...draft, words: target.value })}
        />
      </div>
      <Button type="primary" loading={deciding.isPending} onClick={decide}>
        {words.decideTie(line.member.name)}
      </Button>
      <div aria-live="polite" className="after">
        {asked && lacking > 0 && <p className="lacking">{words.faults(lacking)}</p>}
        {deciding.isError && <Alert type="error" title={sentenceOf(deciding.error)} />}
      </div>
    </>
  );
}
