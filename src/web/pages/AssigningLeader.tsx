/** Naming a member's leader in charge among those who hold that office, or taking the assignment back. */
import { useQueryClient } from '@tanstack/react-query';
import type { RegisterMemberPage as Page } from '../../contract/standing.ts';
import { api } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { leaderWords } from '../words/leader.ts';

/** The answer that is nobody's id. */
const NOBODY = '-';

export function AssigningLeader({ page: { organisation, member, leader } }: { readonly page: Page }) {
  const queries = useQueryClient();
  if (leader.holders === null) return null;
  const { assigned, holders } = leader;
  const options = [
    ...holders.map(({ id, name, number }) => ({ value: id, label: `${name}（${number}）` })),
    { value: NOBODY, label: leaderWords.nobody },
  ];
  const now = assigned === null ? NOBODY : assigned.id;
  const start = options.some(({ value }) => value === now) ? { 'leader-in-charge': now } : {};
  return (
    <details className="block">
      <summary>{leaderWords.assign}</summary>
      <p className="quiet">{leaderWords.note}</p>
      <p>{leaderWords.now(assigned?.name ?? null)}</p>
      {holders.length === 0 && <p>{leaderWords.noHolders}</p>}
      <AskForm
        fields={[{ id: 'leader-in-charge', label: leaderWords.leader, options }]}
        start={start}
        act={leaderWords.record}
        send={async (filled) => {
          const chosen = filled['leader-in-charge'];
          await api.assignLeader({
            organisation: organisation.id,
            member: member.id,
            leader: chosen === NOBODY ? null : chosen,
          });
          await queries.invalidateQueries();
        }}
      />
    </details>
  );
}
