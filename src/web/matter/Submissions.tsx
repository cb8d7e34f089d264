/** One branch's submissions: who was submitted with which points, and the committee's two acts on them, or their return. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { SubmissionsAnswer } from '../../contract/roundCommittee.ts';
import { api } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { type Column, Listing } from '../parts/Listing.tsx';
import { Loaded } from '../parts/State.tsx';
import { roundPeopleWords as words } from '../words/roundPeople.ts';
import type { MatterAddress } from './queries.ts';

type At = Omit<MatterAddress, 'member'>;
type Submission = SubmissionsAnswer['submissions'][number];
type Line = Submission['lines'][number];

export function Submissions({ at, name }: { readonly at: At; readonly name: string }) {
  const query = useQuery({
    queryKey: ['round', at.organisation, at.year, at.period, 'submissions'],
    queryFn: () => api.submissions(at),
  });
  return (
    <section className="block" aria-labelledby="submissions">
      <h2 id="submissions">{words.submissionsOf(name)}</h2>
      <Loaded query={query}>
        {({ submissions, pending, mayReview }) => (
          <>
            {submissions.length === 0 && <p>{words.noSubmission}</p>}
            {pending > 0 && <p>{words.pendingSays(pending)}</p>}
            {submissions.map((one, index) => (
              <SubmissionPart key={one.submissionId} at={at} one={one} index={index} acts={mayReview} />
            ))}
          </>
        )}
      </Loaded>
    </section>
  );
}

type PartProps = {
  readonly at: At;
  readonly one: Submission;
  readonly index: number;
  readonly acts: boolean;
};

function SubmissionPart({ at, one, index, acts }: PartProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const isPicked = ({ member }: Line) => !left.has(member.id);
  const columns: Column<Line>[] = [
    {
      key: 'member',
      title: words.member,
      head: true,
      render: (line) => (
        <Checkbox
          checked={isPicked(line)}
          onChange={({ target }) => {
            const next = new Set(left);
            if (target.checked) next.delete(line.member.id);
            else next.add(line.member.id);
            setLeft(next);
          }}
        >
          {line.member.name}
        </Checkbox>
      ),
    },
    {
      key: 'points',
      title: words.points,
      figure: true,
      render: ({ points, member }) => (
        <Link
          to="/branch/$organisation/$year/rounds/$period/member/$member"
          params={{ ...at, member: member.id }}
          className="door"
        >
          {points}
        </Link>
      ),
    },
    { key: 'state', title: words.stands, render: ({ state }) => state.name },
    { key: 'note', title: words.note, wide: true, render: ({ note }) => note },
  ];
  const picked = one.lines.filter(isPicked);
  return (
    <>
      <h3>{words.submissionNumber(index + 1)}</h3>
      {one.late && (
        <p>
          <strong>{words.overdue}</strong>：{one.lateReason}
        </p>
      )}
      {one.lines.length === 0 ? (
        <p>{words.allReturned}</p>
      ) : (
        <>
          {acts && one.lines.length > 1 && (
            <Picking lines={one.lines} picked={picked.length} leave={setLeft} />
          )}
          <Listing
            caption={words.submissionNumber(index + 1)}
            columns={columns}
            rows={one.lines}
            rowKey={({ member }) => member.id}
          />
        </>
      )}
      {acts && (
        <Acts at={at} submission={one.submissionId} picked={picked} after={() => setLeft(new Set())} />
      )}
    </>
  );
}

type PickingProps = {
  readonly lines: readonly Line[];
  readonly picked: number;
  readonly leave: (left: ReadonlySet<string>) => void;
};

/** All or nobody: to send one back, nobody and then that one. */
function Picking({ lines, picked, leave }: PickingProps) {
  return (
    <p className="acts">
      <Button onClick={() => leave(new Set())}>{words.pickAll}</Button>
      <Button onClick={() => leave(new Set(lines.map(({ member }) => member.id)))}>{words.pickNone}</Button>
      <output aria-live="polite">{words.picked(picked)}</output>
    </p>
  );
}

const ACTS = [
  { id: 'review', from: 'submitted', field: words.reviewWords, may: true, send: api.reviewRound },
  { id: 'sendBack', from: 'submitted', field: words.returnReason, may: false, send: api.returnRound },
  { id: 'file', from: 'reviewed', field: words.filingNumber, may: false, send: api.fileRound },
] as const;

type ActsProps = {
  readonly at: At;
  readonly submission: string;
  readonly picked: readonly Line[];
  /** Whoever was left out is picked again: the next act is mostly about them. */
  readonly after: () => void;
};

function Acts({ at, submission, picked, after }: ActsProps) {
  const queries = useQueryClient();
  const [told, setTold] = useState<string>();
  return (
    <>
      {ACTS.map(({ id, from, field, may, send }) => {
        const fit = picked.filter(({ state }) => state.id === from).map(({ member }) => member.id);
        if (fit.length === 0) return null;
        const label = words.committeeActs[id](fit.length);
        return (
          <details key={id} className="block" open={id !== 'sendBack'}>
            <summary>{label}</summary>
            <AskForm
              fields={[{ id: `${id}-${submission}`, label: field, may, long: id === 'sendBack' }]}
              act={label}
              emptied
              send={async (filled) => {
                const said = filled[`${id}-${submission}`] ?? '';
                await send({ ...at, submission, people: fit, words: said });
                setTold(words.committeeDone(label));
                after();
                await queries.invalidateQueries();
              }}
            />
          </details>
        );
      })}
      <div aria-live="polite">{told !== undefined && <Alert type="success" title={told} />}</div>
    </>
  );
}
