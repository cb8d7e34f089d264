/** Giving a roster up before anything of it is registered. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../api.ts';
import { rosterWords } from '../words/roster.ts';
import { Refused } from './Refused.tsx';
import type { GoOn } from './RosterEnded.tsx';

type Props = { readonly organisation: string; readonly version: number; readonly goOn: GoOn };

export function RosterDiscard({ organisation, version, goOn }: Props) {
  const discarding = useMutation({
    mutationFn: () => api.discardRoster({ organisation, version }),
    onSuccess: () => goOn('discarded'),
  });
  return (
    <div className="block">
      <Button loading={discarding.isPending} onClick={() => discarding.mutate()}>
        {rosterWords.discard}
      </Button>
      <div aria-live="polite">{discarding.isError && <Refused error={discarding.error} />}</div>
    </div>
  );
}
