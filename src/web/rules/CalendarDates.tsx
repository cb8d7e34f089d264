import type { CalendarPage as Calendar } from '../../contract/calendar.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { useCards } from '../settings.tsx';
import { words } from '../words.ts';
import { rulesWords } from '../words/rules.ts';

/** On a desk and on paper a line a step, on a phone a card a period: what fits the width, the same dates. */
export function CalendarDates({ calendar }: { readonly calendar: Calendar }) {
  const { periods, steps } = calendar;
  const caption = rulesWords.calendarTitle;
  if (useCards())
    return <Listing caption={caption} columns={byPeriod(calendar)} rows={periods} rowKey={({ id }) => id} />;
  const spare: Line = { id: 'spare', name: rulesWords.spare, clause: '' };
  return (
    <Listing caption={caption} columns={byStep(calendar)} rows={[...steps, spare]} rowKey={({ id }) => id} />
  );
}

type Line = Calendar['steps'][number];
type Period = Calendar['periods'][number];

const byStep = ({ periods }: Calendar): Column<Line>[] => [
  {
    key: 'step',
    title: rulesWords.step,
    head: true,
    render: ({ name, clause }) => (
      <>
        {name}
        <span className="person-more">{clause}</span>
      </>
    ),
  },
  ...periods.map(
    (period): Column<Line> => ({
      key: period.id,
      title: period.provisional ? `${period.name}（${rulesWords.provisional}）` : period.name,
      render: ({ id }) => <Dated period={period} step={id} />,
    }),
  ),
];

const byPeriod = ({ steps }: Calendar): Column<Period>[] => [
  {
    key: 'period',
    title: words.period,
    head: true,
    render: ({ name, provisional }) => (provisional ? `${name}（${rulesWords.provisional}）` : name),
  },
  ...steps.map(
    ({ id, name }): Column<Period> => ({
      key: id,
      title: name,
      render: (period) => <Dated period={period} step={id} />,
    }),
  ),
  { key: 'spare', title: rulesWords.spare, render: (period) => <Dated period={period} step="spare" /> },
];

function Dated({ period: { spans, spare }, step }: { readonly period: Period; readonly step: string }) {
  const span = spans[step];
  if (step === 'spare') return spare;
  if (span === undefined) return words.none;
  return (
    <>
      <span className="nowrap">{span.text}</span>
      {span.days > 1 && <span className="person-more">{rulesWords.days(span.days)}</span>}
    </>
  );
}
