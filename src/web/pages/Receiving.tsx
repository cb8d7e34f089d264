/** Taking in a transcript: the file is read and told before anything is sent. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { readTranscript, type TranscriptFile } from '../../domain/year/transcript.ts';
import { api } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { FileField } from '../parts/Field.tsx';
import { standingWords } from '../words/standing.ts';

type Chosen = { readonly file: File; readonly text: string; readonly read: TranscriptFile | undefined };

export function Receiving({ organisation }: { readonly organisation: string }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const choose = async (file: File | null) => {
    const text = file === null ? '' : await file.text();
    setChosen(file === null ? null : { file, text, read: readTranscript(text) });
  };
  const lacking = chosen !== null && chosen.read === undefined ? standingWords.notTranscript : undefined;
  return (
    <details className="block">
      <summary>{standingWords.byTranscript}</summary>
      <p className="quiet">{standingWords.byTranscriptNote}</p>
      <FileField
        id="transcript"
        label={standingWords.transcriptChosen}
        accept=".json"
        lacking={lacking}
        file={chosen?.file ?? null}
        choose={(file) => void choose(file)}
      />
      {chosen?.read !== undefined && (
        <Receive
          key={chosen.read.content.transcriptId}
          organisation={organisation}
          text={chosen.text}
          {...chosen.read}
        />
      )}
    </details>
  );
}

type ReceiveProps = TranscriptFile & { readonly organisation: string; readonly text: string };

function Receive({ organisation, text, content }: ReceiveProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { person, from, leftOn, year, basis } = content;
  return (
    <section className="block" aria-labelledby="received">
      <h2 id="received">{person.name}</h2>
      <p>{standingWords.brings(from.name, leftOn)}</p>
      <p>
        {year === null
          ? standingWords.bringsNothing
          : standingWords.bringsYear(year.year, year.periods.length, year.entries.length)}
      </p>
      <p>{standingWords.exemptionStays}</p>
      <AskForm
        fields={[
          { id: 'received-number', label: standingWords.receivedNumber, complete: 'off' },
          { id: 'received-group', label: standingWords.group, may: true, complete: 'off' },
          { id: 'received-joinedOn', label: standingWords.joinedOn, complete: 'off' },
          { id: 'received-basis', label: standingWords.basisLong, complete: 'off' },
        ]}
        start={{ 'received-joinedOn': leftOn, 'received-basis': basis }}
        act={standingWords.receive}
        send={async (filled) => {
          const { member } = await api.receiveTranscript({
            organisation,
            file: text,
            number: filled['received-number'].trim(),
            group: filled['received-group'].trim() === '' ? null : filled['received-group'].trim(),
            joinedOn: filled['received-joinedOn'].trim(),
            basis: filled['received-basis'],
          });
          await queries.invalidateQueries();
          await navigate({
            to: '/organisation/$organisation/register/$member',
            params: { organisation, member },
          });
        }}
      />
    </section>
  );
}
