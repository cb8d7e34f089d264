/** The three inputs side by side: own declaration, leader's opinion, scorekeeper's record; and why it is decided again. */
import type { ReactNode } from 'react';
import { parsePoints } from '../../domain/points.ts';
import { meetingWords as words } from '../words/meeting.ts';
import { type Said, summed } from './decisionForm.ts';

export function Inputs({ line }: { readonly line: Said }) {
  const { tasks, applied, late, onBehalf, selfReported, opinion, sheetWords } = line;
  const claimed = summed(tasks.map(({ own }) => (own === null ? undefined : parsePoints(own.claimed))));
  const kept = summed(tasks.map(({ sheet }) => (sheet === null ? undefined : parsePoints(sheet))));
  const own = applied
    ? [
        tasks.length > 0 ? words.ownClaimed(claimed) : null,
        late ? words.late : null,
        onBehalf === null ? null : words.onBehalf(onBehalf.helper, onBehalf.on),
        selfReported === null ? null : words.selfReported(selfReported),
      ]
    : [words.notApplied];
  const leader =
    opinion === null || opinion.unsigned
      ? [words.unsigned]
      : [opinion.quality === null ? null : words.qualityOf(words.quality[opinion.quality]), opinion.words];
  return (
    <>
      {line.again !== null && <Again again={line.again} />}
      <div className="meet-inputs" role="group" aria-label={words.inputs}>
        <Input title={words.own} says={own} />
        <Input title={words.leader} says={leader} />
        <Input title={words.sheet} says={[tasks.length > 0 ? words.sheetTotal(kept) : null, sheetWords]} />
      </div>
    </>
  );
}

type InputProps = { readonly title: string; readonly says: readonly (string | null)[] };

function Input({ title, says }: InputProps): ReactNode {
  const said = says.filter((one): one is string => one !== null && one !== '');
  return (
    <div>
      <h4>{title}</h4>
      {said.length === 0 ? <p>—</p> : said.map((one) => <p key={one}>{one}</p>)}
    </div>
  );
}

function Again({ again }: { readonly again: NonNullable<Said['again']> }) {
  const { on, votes, returned, answers } = again;
  return (
    <div className="meet-again">
      <p>
        <strong>{words.again(on)}</strong> {words.againVotes(votes.for, votes.against, votes.abstained)}
      </p>
      {again.words !== '' && <p>{again.words}</p>}
      {returned !== null && <p>{words.returned(returned)}</p>}
      {answers.map((answer) => (
        <p key={answer}>{words.answered(answer)}</p>
      ))}
    </div>
  );
}
