/** What is wrong in the file, and what registering it would do: seen before anything is. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { PendingRoster } from '../../contract/roster.ts';
import { api } from '../api.ts';
import { rosterWords } from '../words/roster.ts';
import { Refused } from './Refused.tsx';
import type { GoOn } from './RosterEnded.tsx';
import { RosterPlanned } from './RosterPlanned.tsx';
import { RosterWrong } from './RosterWrong.tsx';

type Props = {
  readonly organisation: string;
  readonly pending: PendingRoster;
  readonly seen: number;
  readonly goOn: GoOn;
  readonly remap: () => void;
};

export function RosterPreview({ organisation, pending, seen, goOn, remap }: Props) {
  const { preview, problemCount, version, year } = pending;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [version]);
  const committing = useMutation({
    mutationFn: () => api.importRoster({ organisation, version, seen }),
    onSuccess: (outcome) => goOn(outcome),
  });
  return (
    <>
      <p>
        <Button onClick={remap}>{rosterWords.remap}</Button>
      </p>
      {problemCount > 0 && (
        <RosterWrong organisation={organisation} pending={pending} goOn={goOn} heading={heading} />
      )}
      {preview !== null && (
        <section className="block" aria-labelledby="preview">
          <h2 id="preview" ref={problemCount > 0 ? null : heading} tabIndex={-1}>
            {rosterWords.previewTitle}
          </h2>
          <p>{rosterWords.previewIntro(year)}</p>
          <RosterPlanned preview={preview} />
          <Button
            className="after"
            type="primary"
            loading={committing.isPending}
            onClick={() => committing.mutate()}
          >
            {committing.isPending ? rosterWords.committing : rosterWords.commit}
          </Button>
          <div aria-live="polite">{committing.isError && <Refused error={committing.error} />}</div>
        </section>
      )}
    </>
  );
}
