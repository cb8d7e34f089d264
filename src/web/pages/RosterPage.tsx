/** 导入名册: a file chosen, its columns said, its rows checked, previewed, and then registered or given up. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { PendingRoster } from '../../contract/roster.ts';
import { api } from '../api.ts';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { rosterWords } from '../words/roster.ts';
import { RosterColumns } from './RosterColumns.tsx';
import { RosterDiscard } from './RosterDiscard.tsx';
import { type Ended, EndedNote } from './RosterEnded.tsx';
import { RosterFile } from './RosterFile.tsx';
import { RosterPreview } from './RosterPreview.tsx';

export function RosterPage() {
  useTitle(rosterWords.importTitle);
  const { organisation } = useParams({ from: '/organisation/$organisation/register/import' });
  const query = useQuery({
    queryKey: ['roster', organisation],
    queryFn: () => api.pendingRoster({ organisation }),
  });
  return (
    <>
      <h1>{rosterWords.importTitle}</h1>
      <p className="lead">{rosterWords.importIntro}</p>
      <Loaded query={query}>
        {({ pending, seen }) => <Steps organisation={organisation} pending={pending} seen={seen} />}
      </Loaded>
    </>
  );
}

type StepsProps = {
  readonly organisation: string;
  readonly pending: PendingRoster | null;
  readonly seen: number;
};
function Steps({ organisation, pending, seen }: StepsProps) {
  const queries = useQueryClient();
  const [ended, setEnded] = useState<Ended>();
  const [remapping, setRemapping] = useState(false);
  const goOn = async (how?: Ended) => {
    setEnded(how);
    setRemapping(false);
    await queries.invalidateQueries();
  };
  if (pending === null)
    return (
      <>
        <div aria-live="polite">
          {ended !== undefined && <EndedNote organisation={organisation} ended={ended} />}
        </div>
        <RosterFile organisation={organisation} version={0} goOn={goOn} />
      </>
    );
  const { file, rows, savedOn, version, confirmed } = pending;
  return (
    <>
      <p>{rosterWords.fileIs(file, rows, savedOn)}</p>
      {confirmed && !remapping ? (
        <RosterPreview
          organisation={organisation}
          pending={pending}
          seen={seen}
          goOn={goOn}
          remap={() => setRemapping(true)}
        />
      ) : (
        <RosterColumns key={version} organisation={organisation} pending={pending} goOn={goOn} />
      )}
      <details className="block">
        <summary>{rosterWords.another}</summary>
        <RosterFile organisation={organisation} version={version} goOn={goOn} />
      </details>
      <RosterDiscard organisation={organisation} version={version} goOn={goOn} />
    </>
  );
}
