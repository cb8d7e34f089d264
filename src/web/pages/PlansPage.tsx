/** 目标任务: everyone's plan, where each stands and who acts next; several at once, and the unit's results. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { PlansPage as Page } from '../../contract/plans.ts';
import { sessionQuery, type YearAddress } from '../api.ts';
import { Pages } from '../parts/Narrowing.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { MarksImport } from '../plan/MarksImport.tsx';
import { PlanActs } from '../plan/PlanActs.tsx';
import { PlanList } from '../plan/PlanList.tsx';
import { PlanNarrowing } from '../plan/PlanNarrowing.tsx';
import { narrowedPlans, type PlanSearch } from '../plan/planSearch.ts';
import { plansQuery } from '../plan/queries.ts';
import { Together } from '../plan/Together.tsx';
import { planWords } from '../words/plan.ts';

const ON_A_PAGE = 50;

export function PlansPage() {
  const at = useParams({ from: '/branch/$organisation/$year/plans' });
  useTitle(planWords.title);
  return (
    <>
      <h1>{planWords.title}</h1>
      <Loaded query={useQuery(plansQuery(at))}>{(page) => <Plans at={at} page={page} />}</Loaded>
    </>
  );
}

function Plans({ at, page }: { readonly at: YearAddress; readonly page: Page }) {
  const search = useSearch({ from: '/branch/$organisation/$year/plans' });
  const navigate = useNavigate({ from: '/branch/$organisation/$year/plans' });
  const change = (next: PlanSearch) => void navigate({ search: next, replace: true });
  const [picked, pick] = useState<ReadonlySet<string>>(new Set());
  const wanted = useDeferredValue(search);
  const found = useMemo(() => narrowedPlans(page.members, wanted), [page.members, wanted]);
  const last = Math.max(1, Math.ceil(found.length / ON_A_PAGE));
  const here = Math.min(search.page ?? 1, last);
  const rows = found.slice((here - 1) * ON_A_PAGE, here * ON_A_PAGE);
  const picking = page.abilities.length > 0 || page.members.some(({ may }) => may.length > 0);
  if (page.members.length === 0) return <p className="empty">{planWords.empty}</p>;
  return (
    <>
      <p className="lead">{planWords.lead(page.share)}</p>
      {picking && <Batch at={at} page={page} picked={picked} clear={() => pick(new Set())} />}
      {page.abilities.includes('importMarks') && <MarksImport at={at} page={page} />}
      <PlanNarrowing page={page} search={search} change={change} count={found.length} />
      {picking && (
        <p className="acts">
          <Button onClick={() => pick(new Set(found.map(({ id }) => id)))}>
            {planWords.selectAll(found.length)}
          </Button>
          <Button onClick={() => pick(new Set())}>{planWords.selectNone}</Button>
          <output aria-live="polite">{planWords.selected(picked.size)}</output>
        </p>
      )}
      {rows.length === 0 ? (
        <p className="empty">{planWords.noMatch}</p>
      ) : (
        <PlanList at={at} page={page} rows={rows} picked={picked} pick={pick} picking={picking} />
      )}
      <Pages total={found.length} page={here} go={(next) => change({ ...search, page: next })} />
    </>
  );
}

type BatchProps = {
  readonly at: YearAddress;
  readonly page: Page;
  readonly picked: ReadonlySet<string>;
  readonly clear: () => void;
};

function Batch({ at, page, picked, clear }: BatchProps) {
  const { data: session } = useQuery(sessionQuery);
  const own =
    session?.who?.own.flatMap((one) => (one.organisation.id === at.organisation ? [one.member] : [])) ?? [];
  const rows = page.members.filter(({ id }) => picked.has(id));
  return (
    <section className="block" aria-labelledby="batch">
      <h2 id="batch">{planWords.batch}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{planWords.pick}</p>
      ) : (
        <PlanActs at={at} rows={rows} own={own} after={clear} />
      )}
      {page.abilities.includes('proposePlan') && <Together at={at} page={page} rows={rows} />}
    </section>
  );
}
