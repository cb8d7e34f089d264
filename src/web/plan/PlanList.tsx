/** The list of plans: sums by quarter, where each stands, who acts next; a box to pick several. */
import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import type { PlanRow, PlansPage } from '../../contract/plans.ts';
import type { YearAddress } from '../api.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { planWords } from '../words/plan.ts';

type Props = {
  readonly at: YearAddress;
  readonly page: PlansPage;
  readonly rows: readonly PlanRow[];
  readonly picked: ReadonlySet<string>;
  readonly pick: (ids: ReadonlySet<string>) => void;
  readonly picking: boolean;
};

export function PlanList({ at, page, rows, picked, pick, picking }: Props) {
  const toggle = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    pick(next);
  };
  const box: Column<PlanRow> = {
    key: 'pick',
    title: '选',
    render: ({ id, name }) => (
      <Checkbox checked={picked.has(id)} onChange={() => toggle(id)} aria-label={planWords.select(name)} />
    ),
  };
  return (
    <Listing
      caption={planWords.title}
      columns={[...(picking ? [box] : []), ...columnsOf(at, page)]}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}

function columnsOf({ organisation, year }: YearAddress, { labels }: PlansPage): Column<PlanRow>[] {
  return [
    {
      key: 'member',
      title: planWords.member,
      head: true,
      render: ({ id, name, number, group, leader, marks }) => (
        <Link
          className="person"
          to="/branch/$organisation/$year/plans/$member"
          params={{ organisation, year, member: id }}
        >
          <span className="person-name">{name}</span>
          <span className="person-more">{[number, group, leader].filter(Boolean).join(' · ')}</span>
          {marks.length > 0 && <span className="person-more">{planWords.marked(marks)}</span>}
        </Link>
      ),
    },
    ...labels.map(
      (label, index): Column<PlanRow> => ({
        key: label,
        title: label,
        figure: true,
        tight: true,
        render: ({ sums }) => sums[index] ?? planWords.notCounted,
      }),
    ),
    {
      key: 'state',
      title: planWords.state,
      short: true,
      render: ({ state, changing }) => (
        <>
          {state.name}
          {changing && <span className="person-more">{planWords.changing}</span>}
        </>
      ),
    },
    { key: 'next', title: planWords.next, wide: true, render: ({ next }) => next },
  ];
}
