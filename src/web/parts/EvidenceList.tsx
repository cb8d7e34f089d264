/** The files that support a claim or a deduction, each to be downloaded, with who brought it and what to beware of. */
import type { ReactNode } from 'react';
import type { EvidenceFile } from '../../contract/evidence.ts';
import { evidenceWords as words } from '../words/evidence.ts';

/** Of whose matter, in which round. */
type At = {
  readonly organisation: string;
  readonly year: string | number;
  readonly period: string | number;
  readonly member: string;
};

type Props = {
  readonly at: At;
  readonly files: readonly EvidenceFile[];
  /** How many more there are that this reader may not open. */
  readonly hidden?: number;
  readonly act?: (file: EvidenceFile) => ReactNode;
};

/** Nothing when there is none. */
export function EvidenceList({ at: { organisation, year, period, member }, files, hidden = 0, act }: Props) {
  if (files.length === 0 && hidden === 0) return null;
  return (
    <ul className="notes" aria-label={words.files}>
      {files.map((file) => (
        <li key={file.id}>
          <a
            className="inline-door"
            href={`/evidence/${[organisation, year, period, member, file.id].map(encodeURIComponent).join('/')}`}
            download
          >
            {file.name}
          </a>
          {act?.(file)}
          <span className="person-more">{words.about(file.kind, file.size, file.by, file.on)}</span>
          <Warnings warnings={file.warnings} />
        </li>
      ))}
      {hidden > 0 && <li className="quiet">{words.hidden(hidden)}</li>}
    </ul>
  );
}

/** What to beware of before opening a file. */
export const Warnings = ({ warnings }: { readonly warnings: readonly string[] }) =>
  warnings.map((warning) => (
    <strong key={warning} className="person-more">
      {words.warning}
      {warning}
    </strong>
  ));
