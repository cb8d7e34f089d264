/** The rows of a roster that cannot be taken, and registering the others without them. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { PendingRoster } from '../../contract/roster.ts';
import { api } from '../api.ts';
import { RowProblems } from '../parts/RowProblems.tsx';
import { rosterWords } from '../words/roster.ts';
import { Refused } from './Refused.tsx';
import type { GoOn } from './RosterEnded.tsx';

type Props = {
  readonly organisation: string;
  readonly pending: PendingRoster;
  readonly goOn: GoOn;
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
};

export function RosterWrong({ organisation, pending, goOn, heading }: Props) {
  const { problems, problemCount, sound, unsound, leaveOut, version } = pending;
  const leaving = useMutation({
    mutationFn: () => api.leaveOutRows({ organisation, version }),
    onSuccess: () => goOn(),
  });
  return (
    <section className="block" aria-labelledby="wrong">
      <h2 id="wrong" ref={heading} tabIndex={-1}>
        {rosterWords.problemsTitle(unsound, problemCount)}
      </h2>
      <p>
        {leaveOut
          ? rosterWords.leftOut(unsound)
          : sound === 0
            ? rosterWords.noneSound
            : rosterWords.problemsText}
        {problems.length < problemCount && rosterWords.problemsFirst(problems.length)}
      </p>
      <RowProblems problems={problems} />
      {!leaveOut && sound > 0 && (
        <Button className="after" loading={leaving.isPending} onClick={() => leaving.mutate()}>
          {rosterWords.leaveOut(sound)}
        </Button>
      )}
      <div aria-live="polite">{leaving.isError && <Refused error={leaving.error} />}</div>
    </section>
  );
}
