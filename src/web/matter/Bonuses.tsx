/** Bonuses claimed and what the member says against themselves. */
import type { Matter } from '../../contract/round.ts';
import { EvidenceList } from '../parts/EvidenceList.tsx';
import { type Column, Listing } from '../parts/Listing.tsx';
import { evidenceWords } from '../words/evidence.ts';
import { roundPeopleWords as words } from '../words/roundPeople.ts';
import type { MatterAddress } from './queries.ts';

type Bonus = Matter['bonuses'][number];

const columnsAt = (at: MatterAddress): readonly Column<Bonus>[] => [
  { key: 'item', title: words.bonusItem, head: true, render: ({ item }) => item.name },
  { key: 'amount', title: words.amount, figure: true, render: ({ amount }) => amount },
  { key: 'day', title: words.bonusDay, short: true, tight: true, render: ({ day }) => day },
  { key: 'reason', title: words.reason, wide: true, render: ({ reason }) => reason },
  { key: 'document', title: words.document, wide: true, render: ({ document }) => document },
  {
    key: 'evidence',
    title: evidenceWords.files,
    wide: true,
    render: ({ evidence, hiddenEvidence }) => (
      <EvidenceList at={at} files={evidence} hidden={hiddenEvidence} />
    ),
  },
  {
    key: 'accepted',
    title: words.decision,
    short: true,
    tight: true,
    render: ({ accepted }) => words.accepted(accepted),
  },
];

type Shown = { readonly at: MatterAddress; readonly matter: Matter };

export function Bonuses({ at, matter: { bonuses, selfReported } }: Shown) {
  if (bonuses.length === 0 && selfReported === null) return null;
  return (
    <section className="block" aria-labelledby="bonuses">
      <h2 id="bonuses">{words.bonuses}</h2>
      {bonuses.length > 0 && (
        <Listing
          caption={words.bonuses}
          columns={columnsAt(at)}
          rows={bonuses}
          rowKey={({ bonusId }) => bonusId}
        />
      )}
      {selfReported !== null && (
        <p>
          {words.selfReported}：{selfReported}
        </p>
      )}
    </section>
  );
}
