/** 工作日历: the year's dates planned back from each filing day, on one page of A4 and as a workbook (G28). */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { Origin } from '../parts/Origin.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { CalendarDates } from '../rules/CalendarDates.tsx';
import { calendarQuery } from '../rules/queries.ts';
import { words } from '../words.ts';
import { rulesWords } from '../words/rules.ts';

export function CalendarPage() {
  const at = useParams({ from: '/branch/$organisation/$year/calendar' });
  useTitle(rulesWords.calendarTitle);
  return (
    <Loaded query={useQuery(calendarQuery(at))}>
      {(calendar) => (
        <article className="one-page">
          <h1>
            {words.yearLabel(calendar.head.year)}
            {rulesWords.calendarTitle}
          </h1>
          <p className="lead unprinted">{rulesWords.calendarIntro}</p>
          <p className="acts unprinted">
            <Button onClick={() => window.print()}>{rulesWords.printCalendar}</Button>
            <a className="inline-door" href={`/papers/${at.organisation}/${at.year}/workCalendar`} download>
              {rulesWords.downloadCalendar}
            </a>
          </p>
          <CalendarDates calendar={calendar} />
          <ul className="notes block">
            {calendar.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          <Origin head={calendar.head} />
        </article>
      )}
    </Loaded>
  );
}
