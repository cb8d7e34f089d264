/** What is still missing, and proposing the plan. */
import { useQueryClient } from '@tanstack/react-query';
import type { PlanPage, TaskLine } from '../../contract/plans.ts';
import { api, type YearAddress } from '../api.ts';
import type { KeptDraft } from '../draft/useKeptDraft.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { planWords } from '../words/plan.ts';
import { sent } from './sent.ts';

export function Missing({ faults }: { readonly faults: readonly string[] }) {
  if (faults.length === 0) return <p>{planWords.complete}</p>;
  return (
    <section aria-labelledby="missing">
      <h3 id="missing">{planWords.missing}</h3>
      <ul className="notes">
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </section>
  );
}

type At = YearAddress & { readonly member: string };

type ProposeProps = {
  readonly at: At;
  readonly plan: PlanPage;
  readonly tasks: readonly TaskLine[];
  readonly changing: boolean;
  readonly handIn: KeptDraft<unknown>['handIn'];
};

export function Propose({ at: { organisation, year, member }, plan, tasks, changing, handIn }: ProposeProps) {
  const queries = useQueryClient();
  return (
    <AskForm
      fields={changing ? [{ id: 'changeReason', label: planWords.changeReason, complete: 'off' }] : []}
      act={planWords.propose}
      send={async (filled: Readonly<Record<string, string>>) => {
        const reason = filled['changeReason'] ?? null;
        const plans = [{ member, tasks: sent(tasks) }];
        await handIn(() =>
          api.proposePlans({ organisation, year, plans, reason, expected: plan.streamVersion }),
        );
        await queries.invalidateQueries();
      }}
    />
  );
}
