/** Files brought while a form is filled in; taken back with the form's word, as long as nothing handed in names them. */
import { useState } from 'react';
import type { EvidenceFile } from '../../contract/evidence.ts';
import { api } from '../api.ts';
import type { MatterAddress } from '../matter/queries.ts';

export function useBrought(at: MatterAddress, before: readonly EvidenceFile[]) {
  const [files, setFiles] = useState(before);
  return {
    files,
    clear: () => setFiles([]),
    add: (file: EvidenceFile) => setFiles((now) => [...now.filter(({ id }) => id !== file.id), file]),
    /** Left behind on an error, it is nobody's and shown to nobody: the form goes on without it. */
    remove: ({ id }: EvidenceFile) => {
      setFiles((now) => now.filter((one) => one.id !== id));
      api.takeBackEvidence({ ...at, evidence: id }).catch(() => undefined);
    },
  };
}
