/** One branch's submissions: who was submitted with which points, and the committee's two acts on them, or their return. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { SubmissionsAnswer } from '../../contract/roundCommittee.ts';
import { api } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { Loaded } from '../parts/State.tsx';
import { roundPeopleWords as words } from '../words/roundPeople.ts';
import type { MatterAddress } from './queries.ts';
import { Returning } from './Returning.tsx';
import { isReturnable, type Line, SubmittedLines } from './SubmittedLines.tsx';

type At = Omit<MatterAddress, 'member'>;
type Submission = SubmissionsAnswer['submissions'][number];

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
  const [told, setTold] = useState<string>();
  const [chosen, choose] = useState<string>();
  const toReturn = one.lines.find((line) => isReturnable(line) && line.member.id === chosen);
  const picked = one.lines.filter(({ member }) => !left.has(member.id));
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
          <SubmittedLines
            at={at}
            caption={words.submissionNumber(index + 1)}
            lines={one.lines}
            left={left}
            leave={setLeft}
            sendBack={acts ? choose : null}
          />
        </>
      )}
      {toReturn !== undefined && (
        <Returning
          at={at}
          submission={one.submissionId}
          key={toReturn.member.id}
          member={toReturn.member}
          close={() => choose(undefined)}
          told={setTold}
        />
      )}
      {acts && (
        <Acts
          at={at}
          submission={one.submissionId}
          picked={picked}
          after={(sentence) => {
            setTold(sentence);
            setLeft(new Set());
          }}
        />
      )}
      <div aria-live="polite">{told !== undefined && <Alert type="success" title={told} />}</div>
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
  readonly after: (sentence: string) => void;
};

function Acts({ at, submission, picked, after }: ActsProps) {
  const queries = useQueryClient();
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
                after(words.committeeDone(label));
                await queries.invalidateQueries();
              }}
            />
          </details>
        );
      })}
    </>
  );
}
