/** The count of a ballot as it is typed: who got how many votes, and at once whether it is a quorum, adds up, and elects. */
import { Button } from 'antd';
import { countedVotes, electedBy, majorityOf, quorumOf } from '../../domain/office/election.ts';
import { ChoiceField, TextField } from '../parts/Field.tsx';
import { electionWords as say } from '../words/election.ts';

type Line = { readonly person: string; readonly votes: string };
export type Counting = {
  readonly present: string;
  readonly lines: readonly Line[];
  readonly abstained: string;
  readonly invalid: string;
};

export const NO_VOTES: Counting = {
  present: '',
  lines: [{ person: '', votes: '' }],
  abstained: '0',
  invalid: '0',
};

/** What is not a whole number counts as none; the sums beside it then say that something is missing. */
const whole = (text: string) => (/^\d{1,5}$/.test(text.trim()) ? Number.parseInt(text, 10) : 0);

/** As the wire wants it; lines without a person are left out. */
export function countOf({ present, lines, abstained, invalid }: Counting) {
  return {
    present: whole(present),
    ballots: lines
      .filter(({ person }) => person !== '')
      .map(({ person, votes }) => ({ person, votes: whole(votes) })),
    abstained: whole(abstained),
    invalid: whole(invalid),
  };
}

type Props = {
  readonly entitled: number;
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
  readonly counting: Counting;
  readonly change: (counting: Counting) => void;
};

export function CountingFields({ entitled, candidates, counting, change }: Props) {
  const { lines } = counting;
  const put = (at: number, line: Partial<Line>) =>
    change({ ...counting, lines: lines.map((one, index) => (index === at ? { ...one, ...line } : one)) });
  const number = (id: 'present' | 'abstained' | 'invalid', label: string) => (
    <TextField
      id={id}
      label={label}
      most={5}
      numeric
      lacking={undefined}
      value={counting[id]}
      change={(value) => change({ ...counting, [id]: value })}
    />
  );
  return (
    <>
      {number('present', say.present)}
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added and taken away at the end
        <div key={index} className="pair-fields">
          <ChoiceField
            id={`candidate-${index + 1}`}
            label={say.candidate(index + 1)}
            lacking={undefined}
            value={line.person}
            options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
            change={(person) => put(index, { person })}
          />
          <TextField
            id={`votes-${index + 1}`}
            label={say.votes(index + 1)}
            most={5}
            numeric
            lacking={undefined}
            value={line.votes}
            change={(votes) => put(index, { votes })}
          />
        </div>
      ))}
      <p className="acts">
        <Button onClick={() => change({ ...counting, lines: [...lines, { person: '', votes: '' }] })}>
          {say.more}
        </Button>
        {lines.length > 1 && (
          <Button onClick={() => change({ ...counting, lines: lines.slice(0, -1) })}>{say.less}</Button>
        )}
      </p>
      {number('abstained', say.abstained)}
      {number('invalid', say.invalid)}
      <Sums entitled={entitled} candidates={candidates} counting={counting} />
    </>
  );
}

/** The rules of domain/office/election, told while typing; the server asks them again. */
function Sums({ entitled, candidates, counting }: Omit<Props, 'change'>) {
  const { present, ballots, abstained, invalid } = countOf(counting);
  const votes = ballots.map(({ person: personId, votes: some }) => ({ personId, votes: some }));
  const counted = countedVotes({ ballots: votes, abstained, invalid });
  const elected = electedBy({ present, ballots: votes });
  const isWhole = present > 0 && counted === present && votes.length > 0;
  const name = candidates.find(({ id }) => id === elected)?.name ?? '';
  return (
    <ul className="notes" aria-live="polite">
      <li>
        {say.entitled(entitled)}，{say.quorum(quorumOf(entitled))}
      </li>
      {present > 0 && (
        <>
          <li>{present >= quorumOf(entitled) ? say.hasQuorum(present) : say.noQuorum(present)}</li>
          <li>{say.elects(majorityOf(present))}</li>
          <li>{counted === present ? say.sumRight(counted) : say.sum(counted, present)}</li>
        </>
      )}
      {isWhole && <li>{elected === null ? say.wouldNot : say.wouldElect(name)}</li>}
    </ul>
  );
}
