/** 导入名册: a file chosen, its columns said, its rows checked, previewed, and then registered or given up. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { PendingRoster } from '../../contract/roster.ts';
import { api } from '../api.ts';
import { FileField } from '../parts/Field.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { rosterWords } from '../words/roster.ts';
import { Refused } from './Refused.tsx';
import { RosterColumns } from './RosterColumns.tsx';
import { RosterPreview } from './RosterPreview.tsx';
import { readAgain } from './useOwnFiles.ts';

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
type Imported = Awaited<ReturnType<typeof api.importRoster>>;
type Ended = Imported | 'discarded';

function Steps({ organisation, pending, seen }: StepsProps) {
  const queries = useQueryClient();
  const [ended, setEnded] = useState<Ended | null>(null);
  const [remapping, setRemapping] = useState(false);
  const goOn = async (how: Ended | null = null) => {
    setEnded(how);
    setRemapping(false);
    await queries.invalidateQueries();
  };
  if (pending === null)
    return (
      <>
        <div aria-live="polite">
          {ended !== null && <EndedNote organisation={organisation} ended={ended} />}
        </div>
        <Choose organisation={organisation} version={0} goOn={goOn} />
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
        <Choose organisation={organisation} version={version} goOn={goOn} />
      </details>
      <Discard organisation={organisation} version={version} goOn={goOn} />
    </>
  );
}

function EndedNote({ organisation, ended }: { readonly organisation: string; readonly ended: Ended }) {
  if (ended === 'discarded') return <Alert type="info" title={rosterWords.discarded} />;
  const { registered, amended, led, held, leftOut } = ended;
  return (
    <Alert
      type="success"
      title={rosterWords.done}
      description={
        <>
          <p>{rosterWords.doneText(registered, amended, led)}</p>
          {held > 0 && <p>{rosterWords.doneHeld(held)}</p>}
          {leftOut > 0 && <p>{rosterWords.doneLeftOut(leftOut)}</p>}
          <Link to="/organisation/$organisation/register" params={{ organisation }} className="inline-door">
            {rosterWords.toRegister}
          </Link>
        </>
      }
    />
  );
}

type ActProps = {
  readonly organisation: string;
  readonly version: number;
  readonly goOn: (how?: Ended | null) => Promise<void>;
};

function Choose({ organisation, version, goOn }: ActProps) {
  const [file, setFile] = useState<File | null>(null);
  const [asked, setAsked] = useState(false);
  const reading = useMutation({
    mutationFn: async (chosen: File) =>
      api.readRoster({ organisation, version, file: await readAgain(chosen) }),
    onSuccess: () => goOn(),
  });
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (file !== null) reading.mutate(file);
      }}
    >
      <FileField
        id="rosterFile"
        label={rosterWords.file}
        lacking={asked && file === null ? rosterWords.fileNeeded : undefined}
        file={file}
        choose={setFile}
      />
      <Button type="primary" htmlType="submit" loading={reading.isPending}>
        {reading.isPending ? rosterWords.reading : rosterWords.read}
      </Button>
      <div aria-live="polite">{reading.isError && <Refused error={reading.error} />}</div>
    </form>
  );
}

function Discard({ organisation, version, goOn }: ActProps) {
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
