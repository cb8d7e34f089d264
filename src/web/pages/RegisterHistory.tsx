/** What was recorded of a person in the register, on what basis, by whom and when. */
import type { RegisterMemberPage as Page } from '../../contract/standing.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { words } from '../words.ts';
import { standingWords } from '../words/standing.ts';

const COLUMNS: Column<Page['history'][number]>[] = [
  { key: 'what', title: standingWords.what, head: true, render: ({ title }) => title },
  { key: 'basis', title: standingWords.basis, wide: true, render: ({ basis }) => basis ?? words.none },
  {
    key: 'recorded',
    title: standingWords.recorded,
    render: ({ recordedBy, recordedOn }) => standingWords.by(recordedBy, recordedOn),
  },
];

export function History({ page: { history } }: { readonly page: Page }) {
  return (
    <section className="block" aria-labelledby="history">
      <h2 id="history">{standingWords.history}</h2>
      <Listing
        caption={standingWords.history}
        columns={COLUMNS}
        rows={history}
        rowKey={({ seq }) => String(seq)}
      />
    </section>
  );
}
