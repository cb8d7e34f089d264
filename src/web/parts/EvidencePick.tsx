/** Picking files of evidence, on a telephone also with its camera: each is sent at once; one that fails leaves all else as it is. */
import { Alert, Button } from 'antd';
import { type ChangeEvent, useState } from 'react';
import type { EvidenceFile } from '../../contract/evidence.ts';
import { type Purpose, upload } from '../evidence/upload.ts';
import type { MatterAddress } from '../matter/queries.ts';
import { evidenceWords as words } from '../words/evidence.ts';
import { EvidenceList } from './EvidenceList.tsx';

const ACCEPT = '.pdf,.docx,.xlsx,image/jpeg,image/png,image/webp';

type Props = {
  readonly id: string;
  readonly at: MatterAddress;
  readonly purpose: Purpose;
  readonly files: readonly EvidenceFile[];
  readonly lacking?: string | undefined;
  readonly add: (file: EvidenceFile) => void;
  readonly remove: (file: EvidenceFile) => void;
};

export function EvidencePick({ id, at, purpose, files, lacking, add, remove }: Props) {
  const { sending, failed, send } = useSending(at, purpose, add);
  return (
    <div className="field">
      <label htmlFor={id}>
        {words.files}
        <span className="file-face">
          <span className="file-act">{words.pick}</span>
        </span>
      </label>
      <input
        id={id}
        className="unseen"
        type="file"
        multiple
        accept={ACCEPT}
        aria-describedby={`${id}-kinds`}
        {...(lacking === undefined ? {} : { 'aria-invalid': true })}
        disabled={sending !== null}
        onChange={send}
      />
      <p id={`${id}-kinds`} className="quiet">
        {words.kinds}
      </p>
      {lacking !== undefined && <p className="lacking">{lacking}</p>}
      <EvidenceList
        at={at}
        files={files}
        act={(file) => (
          <Button aria-label={words.removeNamed(file.name)} onClick={() => remove(file)}>
            {words.remove}
          </Button>
        )}
      />
      <div aria-live="polite">
        {sending !== null && (
          <p>
            {words.sending(sending.name, sending.percent)}{' '}
            <progress max={100} value={sending.percent} aria-label={words.progress} />
          </p>
        )}
        {failed.map((sentence) => (
          <Alert key={sentence} type="error" title={sentence} />
        ))}
      </div>
    </div>
  );
}

type Sending = { readonly name: string; readonly percent: number };

/** One after another: a slow link is not made slower. */
function useSending(at: MatterAddress, purpose: Purpose, add: (file: EvidenceFile) => void) {
  const [sending, setSending] = useState<Sending | null>(null);
  const [failed, setFailed] = useState<readonly string[]>([]);
  const send = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const picked = [...(target.files ?? [])];
    // the same file may be picked again after a failure
    target.value = '';
    const sentences: string[] = [];
    setFailed([]);
    for (const file of picked) {
      setSending({ name: file.name, percent: 0 });
      try {
        add(await upload(at, purpose, file, (percent) => setSending({ name: file.name, percent })));
      } catch (error) {
        sentences.push((error as Error).message);
      }
    }
    setSending(null);
    setFailed([...new Set(sentences)]);
  };
  return { sending, failed, send: (event: ChangeEvent<HTMLInputElement>) => void send(event) };
}
