/** Choosing the file of a roster. What is wrong with the file itself is said cell by cell. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../api.ts';
import { FileField } from '../parts/Field.tsx';
import { rosterWords } from '../words/roster.ts';
import { Refused } from './Refused.tsx';
import type { GoOn } from './RosterEnded.tsx';
import { readAgain } from './useOwnFiles.ts';

type Props = { readonly organisation: string; readonly version: number; readonly goOn: GoOn };

export function RosterFile({ organisation, version, goOn }: Props) {
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
