/** Recording a ballot: the meeting, the count with its running sums, and the term of whoever is elected. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Elections } from '../../contract/election.ts';
import { api, sentenceOf } from '../api.ts';
import { todayInShanghai } from '../today.ts';
import { words } from '../words.ts';
import { electionWords as say } from '../words/election.ts';
import { type Counting, CountingFields, countOf, NO_VOTES } from './ElectionCount.tsx';
import { type Filled, isFilled, MeetingFields, TermFields } from './ElectionFields.tsx';

type Props = {
  readonly shown: Elections;
  readonly organisation: string;
  /** The day whose electorate is to be shown. */
  readonly ask: (on: string) => void;
};

const blank = (): Filled => ({
  on: todayInShanghai(),
  place: '',
  minutes: '',
  secret: 'secret',
  from: todayInShanghai(),
  until: '',
  checker: '',
  reason: '',
});

/** The latest election, while nobody has been elected. */
const undecidedIn = ({ elections: [latest] }: Elections) =>
  latest !== undefined && latest.ballots.at(-1)?.elected === null ? latest : undefined;

export function ElectionForm({ shown, organisation, ask }: Props) {
  const undecided = undecidedIn(shown);
  // only at first: what was recorded is told inside, so it does not close by itself
  const [startsOpen] = useState(undecided !== undefined || shown.scorekeeper === null);
  const [filled, setFilled] = useState(blank);
  const [counting, setCounting] = useState<Counting>(NO_VOTES);
  const [asked, setAsked] = useState(false);
  const sending = useRecording(organisation, undecided?.electionId ?? null, () => {
    setAsked(false);
    setFilled(blank());
    setCounting(NO_VOTES);
  });
  const change = (next: Filled) => {
    setFilled(next);
    if (next.on !== filled.on && /^\d{4}-\d{2}-\d{2}$/.test(next.on)) ask(next.on);
  };
  const submit = () => {
    setAsked(true);
    if (isFilled(filled)) sending.mutate({ filled, counting });
  };
  const candidates = undecided?.ballots.at(-1)?.ballots.map(({ person }) => person) ?? shown.eligible;
  return (
    <details className="block" open={startsOpen}>
      <summary>{undecided === undefined ? say.record : say.again}</summary>
      {undecided !== undefined && <p>{say.againNote}</p>}
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <MeetingFields filled={filled} asked={asked} change={change} />
        <h3>{say.counting}</h3>
        <CountingFields
          entitled={shown.entitled}
          candidates={candidates}
          counting={counting}
          change={setCounting}
        />
        <TermFields filled={filled} asked={asked} change={change} people={shown.people} />
        <Button type="primary" htmlType="submit" loading={sending.isPending}>
          {sending.isPending ? words.sending : say.act}
        </Button>
        <div aria-live="polite">
          {sending.isError && <Alert type="error" title={sentenceOf(sending.error)} />}
          {sending.isSuccess && (
            <Alert
              type={sending.data.elected ? 'success' : 'warning'}
              title={sending.data.elected ? say.done : say.doneAgain}
            />
          )}
        </div>
      </form>
    </details>
  );
}

type Typed = { readonly filled: Filled; readonly counting: Counting };

function useRecording(organisation: string, electionId: string | null, emptied: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ filled, counting }: Typed) =>
      api.recordElection({
        organisation,
        electionId,
        on: filled.on.trim(),
        place: filled.place,
        minutes: filled.minutes,
        secret: filled.secret === 'secret',
        ...countOf(counting),
        from: filled.from.trim(),
        until: filled.until.trim(),
        checker: filled.checker === '' ? null : filled.checker,
        reason: filled.reason,
      }),
    onSuccess: async () => {
      emptied();
      await queries.invalidateQueries();
    },
  });
}
