/** A batch of opinions: everyone shown is prefilled; what is picked is signed together, or recorded as 未签 after the days. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { OpinionLine, OpinionsPage } from '../../contract/roundOpinions.ts';
import { api, sentenceOf } from '../api.ts';
import { roundPeopleWords as words } from '../words/roundPeople.ts';
import type { MatterAddress } from './queries.ts';
import { type Opinion, prefilled, SignRow } from './SignRow.tsx';

/** So many at once: more fields than that make a phone slow. */
const BATCH = 50;

type Props = { readonly at: Omit<MatterAddress, 'member'>; readonly page: OpinionsPage };

export function Signing({ at, page: { lines, due, mayLeaveUnsigned } }: Props) {
  const queries = useQueryClient();
  const shown = lines.slice(0, BATCH);
  const [changed, setChanged] = useState<ReadonlyMap<string, Opinion>>(new Map());
  const [told, setTold] = useState<string>();
  const opinionOf = (line: OpinionLine) => changed.get(line.member.id) ?? prefilled(line);
  const picked = shown.filter((line) => opinionOf(line).picked);
  const signing = useMutation({
    mutationFn: async (unsigned: boolean) => {
      const opinions = picked.map((line) => wireOf(line, opinionOf(line), unsigned));
      await api.giveOpinions({ ...at, unsigned, opinions });
      await queries.invalidateQueries();
      return (unsigned ? words.unsignedDone : words.signed)(opinions.length);
    },
    onSuccess: setTold,
  });
  return (
    <>
      <div aria-live="polite">{told !== undefined && <Alert type="success" title={told} />}</div>
      {lines.length === 0 ? (
        <p className="lead">{words.signNone}</p>
      ) : (
        <>
          <p className="lead">{words.signUntil(due)}</p>
          <p>{words.signIntro}</p>
          <p className="quiet">{words.signKeys}</p>
          {shown.length < lines.length && <p>{words.signBatch(shown.length, lines.length)}</p>}
          {shown.map((line, index) => (
            <SignRow
              key={line.member.id}
              line={line}
              index={index}
              opinion={opinionOf(line)}
              change={(opinion) => setChanged(new Map([...changed, [line.member.id, opinion]]))}
            />
          ))}
          <p className="acts block">
            <Button
              type="primary"
              id={`sign-${shown.length}`}
              disabled={picked.length === 0}
              loading={signing.isPending}
              onClick={() => signing.mutate(false)}
            >
              {words.signAct(picked.length)}
            </Button>
            {mayLeaveUnsigned && (
              <Button
                disabled={picked.length === 0}
                loading={signing.isPending}
                onClick={() => signing.mutate(true)}
              >
                {words.unsignedAct(picked.length)}
              </Button>
            )}
          </p>
          {picked.length === 0 && <p>{words.nobodyPicked}</p>}
          <div aria-live="polite">
            {signing.isError && <Alert type="error" title={sentenceOf(signing.error)} />}
          </div>
        </>
      )}
    </>
  );
}

function wireOf({ member, tasks }: OpinionLine, opinion: Opinion, unsigned: boolean) {
  if (unsigned) return { member: member.id, tasks: [], quality: null, words: words.unsignedWords };
  return {
    member: member.id,
    tasks: tasks.map(({ taskId }) => ({ taskId, done: opinion.tasks[taskId] ?? ('done' as const) })),
    quality: tasks.length === 0 ? null : opinion.quality,
    words: opinion.words,
  };
}
