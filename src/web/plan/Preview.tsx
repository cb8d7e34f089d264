/** What would be proposed, before it is: whose plan, its sums, and what would be refused. */
import { useQueryClient } from '@tanstack/react-query';
import type { PlanRow, PlansPage, TaskLine } from '../../contract/plans.ts';
import { formatPoints } from '../../domain/points.ts';
import { plannedIn } from '../../domain/taskPlan/content.ts';
import { api, type YearAddress } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { type Column, Listing } from '../parts/Listing.tsx';
import { planWords } from '../words/plan.ts';
import { faultsOf, taskOf } from './faults.ts';

export type Proposed = { readonly member: PlanRow; readonly tasks: readonly TaskLine[] };

type Props = {
  readonly at: YearAddress;
  readonly page: PlansPage;
  readonly plans: readonly Proposed[];
  readonly clear: () => void;
};

const MOST_SHOWN = 50;

export function Preview({ at: { organisation, year }, page, plans, clear }: Props) {
  const queries = useQueryClient();
  if (plans.length === 0) return null;
  return (
    <section className="block" aria-labelledby="preview">
      <h3 id="preview">{planWords.preview}</h3>
      <p>{planWords.previewOf(plans.length)}</p>
      <Listing
        caption={planWords.preview}
        columns={columnsOf(page)}
        rows={plans.slice(0, MOST_SHOWN)}
        rowKey={({ member }) => member.id}
      />
      <AskForm
        fields={[{ id: 'togetherReason', label: planWords.changeReason, may: true, complete: 'off' }]}
        act={planWords.proposeFor(plans.length)}
        send={async (filled: Readonly<Record<string, string>>) => {
          const reason = (filled['togetherReason'] ?? '').trim();
          const sent = plans.map(({ member, tasks }) => ({ member: member.id, tasks: [...tasks] }));
          await api.proposePlans({
            organisation,
            year,
            plans: sent,
            reason: reason === '' ? null : reason,
            expected: null,
          });
          clear();
          await queries.invalidateQueries();
        }}
      />
    </section>
  );
}

function columnsOf({ labels, share }: PlansPage): Column<Proposed>[] {
  return [
    {
      key: 'member',
      title: planWords.member,
      head: true,
      render: ({ member }) => `${member.number} ${member.name}`,
    },
    ...labels.map(
      (label, index): Column<Proposed> => ({
        key: label,
        title: label,
        figure: true,
        render: ({ tasks }) => formatPoints(plannedIn(tasks.map(taskOf), index + 1)),
      }),
    ),
    {
      key: 'faults',
      title: planWords.missing,
      wide: true,
      render: ({ member, tasks }) => {
        const counted = member.sums.flatMap((sum, index) => (sum === null ? [] : [index + 1]));
        const faults = faultsOf(tasks, { labels, share, counted, decided: [], former: null });
        return faults.length === 0 ? planWords.ready : faults.join('');
      },
    },
  ];
}
