/** Issuing a member's transcript to the next branch, and those already issued. */
import { useQueryClient } from '@tanstack/react-query';
import type { RegisterMemberPage as Page } from '../../contract/standing.ts';
import { api } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { standingWords } from '../words/standing.ts';

export function Transferring({ page }: { readonly page: Page }) {
  const queries = useQueryClient();
  const { organisation, member, version, leftOn } = page;
  return (
    <details className="block">
      <summary>{leftOn === null ? standingWords.transfer : standingWords.transferAgain}</summary>
      <p className="quiet">
        {leftOn === null ? standingWords.transferNote : standingWords.transferAgainNote}
      </p>
      <AskForm
        fields={[
          { id: 'transfer-on', label: standingWords.on, complete: 'off' },
          { id: 'transfer-to', label: standingWords.to, complete: 'off' },
          { id: 'transfer-basis', label: standingWords.basisLong, complete: 'off' },
        ]}
        start={leftOn === null ? {} : { 'transfer-on': leftOn }}
        act={standingWords.issue}
        send={async (filled) => {
          await api.issueTranscript({
            organisation: organisation.id,
            member: member.id,
            version,
            on: filled['transfer-on'].trim(),
            to: filled['transfer-to'],
            basis: filled['transfer-basis'],
          });
          await queries.invalidateQueries();
        }}
      />
    </details>
  );
}

export function Transcripts({ page: { organisation, member, transcripts } }: { readonly page: Page }) {
  if (transcripts.length === 0) return null;
  const at = (id: string, what: 'file' | 'paper') =>
    `/api/organisations/${organisation.id}/register/${member.id}/transcripts/${id}/${what}`;
  const named = `${standingWords.transcripts}-${member.number}-${member.name}`;
  return (
    <section className="block" aria-labelledby="transcripts">
      <h2 id="transcripts">{standingWords.transcripts}</h2>
      <p className="quiet">{standingWords.transcriptsNote}</p>
      <ul className="files">
        {transcripts.flatMap(({ id, issue }) => [
          <li key={`${id} file`}>
            <a href={at(id, 'file')} download={`${named}.json`}>
              {standingWords.transcriptFile(issue)}
            </a>
          </li>,
          <li key={`${id} paper`}>
            <a href={at(id, 'paper')} download={`${named}.xlsx`}>
              {standingWords.transcriptPaper(issue)}
            </a>
          </li>,
        ])}
      </ul>
    </section>
  );
}
