/** Everything on record of a member: what was added or taken for cause, and the tasks quarter by quarter. */
import type { MemberYearPage } from '../../contract/memberYear.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { words } from '../words.ts';
import { EntryFacts } from './EntryFacts.tsx';

type Entry = MemberYearPage['entries'][number];
type Props = { readonly entries: readonly Entry[] };

const DAY: Column<Entry> = {
  key: 'day',
  title: words.day,
  render: ({ day }) => <span className="nowrap">{day}</span>,
};
const AMOUNT: Column<Entry> = {
  key: 'amount',
  title: words.amount,
  figure: true,
  render: ({ amount, effect }) => `${effect === 'deduction' ? '−' : '+'}${amount}`,
};
const FACTS: Column<Entry> = {
  key: 'facts',
  title: words.evidence,
  wide: true,
  render: (entry) => <EntryFacts entry={entry} brief />,
};

const CAUSES: Column<Entry>[] = [
  DAY,
  {
    key: 'item',
    title: words.item,
    head: true,
    render: ({ item, reason }) => (
      <>
        {item.id} {item.name}
        <span className="person-more">{reason ?? ''}</span>
      </>
    ),
  },
  AMOUNT,
  { key: 'period', title: words.period, render: ({ period }) => <span className="nowrap">{period}</span> },
  { key: 'became', title: words.became, render: ({ told }) => told },
  FACTS,
];

export function Causes({ entries }: Props) {
  return (
    <section className="block" aria-labelledby="causes">
      <h2 id="causes">{words.causes}</h2>
      <p className="quiet">{entries.length === 0 ? words.noCauses : words.causesNote}</p>
      {entries.length > 0 && (
        <Listing caption={words.causes} columns={CAUSES} rows={entries} rowKey={({ id }) => id} />
      )}
    </section>
  );
}

const TASKS: Column<Entry>[] = [
  DAY,
  { key: 'task', title: words.task, head: true, render: ({ reason, item }) => reason ?? item.name },
  AMOUNT,
  FACTS,
];

export function Tasks({ entries }: Props) {
  if (entries.length === 0) return null;
  const periods = [...new Set(entries.map(({ period }) => period))];
  return (
    <section className="block" aria-labelledby="tasks">
      <h2 id="tasks">{words.tasks}</h2>
      <p className="quiet">{words.tasksNote}</p>
      {periods.map((name) => (
        <PeriodTasks key={name} name={name} entries={entries.filter(({ period }) => period === name)} />
      ))}
    </section>
  );
}

function PeriodTasks({ name, entries }: Props & { readonly name: string }) {
  return (
    <details className="period-tasks">
      <summary>
        <span>{name}</span>
        <span className="quiet">{words.taskCount(entries.length)}</span>
      </summary>
      <Listing caption={`${name}${words.tasks}`} columns={TASKS} rows={entries} rowKey={({ id }) => id} />
    </details>
  );
}
