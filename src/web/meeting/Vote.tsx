/** Who does not vote, how the others voted, and the words that go with it. */
import { meetingWords as words } from '../words/meeting.ts';
import { type Deciding, type Fault, faultsOf, votesOf, withRecused } from './decisionForm.ts';

const KINDS = ['for', 'against', 'abstained'] as const;

export function Vote(deciding: Deciding) {
  const { line, draft, sat, change } = deciding;
  const fault = faultsOf(line, draft, sat).find(({ of }) => of === '')?.is;
  return (
    <>
      <h3>{words.vote}</h3>
      <p>{words.voters(sat.present.length, draft.recused.length)}</p>
      <div className="meet-votes">
        {KINDS.map((kind) => (
          <label key={kind}>
            {words[kind]}
            <input
              type="text"
              inputMode="numeric"
              autoComplete="off"
              maxLength={4}
              {...(kind === 'against' ? { 'data-jump': 'vote' } : {})}
              {...(fault === undefined ? {} : { 'data-lacks': '', 'aria-describedby': 'vote-says' })}
              value={draft.votes[kind]}
              onChange={({ target }) =>
                change({ ...draft, taken: false, votes: { ...draft.votes, [kind]: target.value } })
              }
            />
          </label>
        ))}
      </div>
      <p id="vote-says" role="status" className="lacking">
        {fault === undefined ? '' : saidOf(fault, deciding)}
      </p>
      <Recusal {...deciding} />
      <div className="field">
        <label htmlFor="stage-words">{words.words}</label>
        <textarea
          id="stage-words"
          rows={2}
          maxLength={500}
          data-jump="words"
          value={draft.words}
          onChange={({ target }) => change({ ...draft, taken: false, words: target.value })}
        />
      </div>
    </>
  );
}

function saidOf(fault: Fault['is'], { draft, sat }: Deciding): string {
  if (fault === 'noneSits') return words.noneSits;
  if (fault === 'votesTied') return words.tied;
  if (fault === 'votedDown') return words.votedDown;
  const votes = votesOf(draft);
  const cast = votes === undefined ? 0 : votes.for + votes.against + votes.abstained;
  return words.miscounted(cast, sat.present.length - draft.recused.length);
}

function Recusal({ line, draft, sat, change }: Deciding) {
  const others = draft.recused.filter((id) => id !== line.member.id).length;
  return (
    <details className="meet-recusal" open={others > 0}>
      <summary>{words.recuse}</summary>
      <p className="quiet">{words.recuseNote}</p>
      <div className="meet-seats">
        {sat.present.map(({ id, name }) => (
          <label key={id} className="meet-check">
            <input
              type="checkbox"
              data-jump="recuse"
              checked={draft.recused.includes(id)}
              disabled={id === line.member.id}
              onChange={({ target }) => change({ ...withRecused(draft, id, target.checked), taken: false })}
            />
            {name}
            {id === line.member.id && `（${words.recusedSelf}）`}
          </label>
        ))}
      </div>
    </details>
  );
}
