/** A member's year: the quarters against their plan, every figure a door, everything on record, and how far the next grade is. */
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { MemberYearPage, PeriodFigures } from '../../contract/memberYear.ts';
import type { Door } from '../../contract/wire.ts';
import { memberQuery, type YearAddress } from '../api.ts';
import { Causes, Tasks } from '../explain/Entries.tsx';
import { Downloads } from '../parts/Downloads.tsx';
import { FigureLink } from '../parts/FigureLink.tsx';
import { type Column, Listing } from '../parts/Listing.tsx';
import { Origin } from '../parts/Origin.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { words } from '../words.ts';
import { planWords } from '../words/plan.ts';
import { standingWords } from '../words/standing.ts';

const PeriodChart = lazy(() => import('../parts/PeriodChart.tsx'));

type At = YearAddress & { readonly member: string };

export function MemberPage() {
  const at = useParams({ from: '/branch/$organisation/$year/member/$member' });
  const query = useQuery(memberQuery(at));
  useTitle(query.data?.member.name ?? words.member);
  return (
    <>
      <Loaded query={query}>{(year) => <MemberYear at={at} year={year} />}</Loaded>
      <Outlet />
    </>
  );
}

function MemberYear({ at, year }: { readonly at: At; readonly year: MemberYearPage }) {
  const { member } = year;
  return (
    <>
      <h1>
        {member.name} <span className="h1-more">{words.member}</span>
      </h1>
      <p className="lead">
        {member.type.name} · {member.standing.name}
      </p>
      <p>
        <Link to="/branch/$organisation/$year/plans/$member" params={at} className="inline-door">
          {planWords.toPlan}
        </Link>
      </p>
      <Result at={at} year={year} />
      <Periods at={at} year={year} />
      {year.marks.length > 0 && <Marks marks={year.marks} />}
      <Causes entries={year.entries.filter(({ planned }) => !planned)} />
      <Tasks entries={year.entries.filter(({ planned }) => planned)} />
      {year.grounds.length > 0 && <Grounds grounds={year.grounds} />}
      <section className="block" aria-labelledby="particulars">
        <h2 id="particulars">{words.particulars}</h2>
        <dl className="facts">
          {member.particulars.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <p>
          <Link
            to="/organisation/$organisation/register/$member"
            params={{ organisation: at.organisation, member: at.member }}
            className="inline-door"
          >
            {standingWords.toRegister}
          </Link>
        </p>
      </section>
      <Downloads at={at} forms={[year.form]} />
      <Origin head={year.head} />
    </>
  );
}

function Result({
  at,
  year: { awaited, result, distance, total, member },
}: {
  readonly at: At;
  readonly year: MemberYearPage;
}) {
  return (
    <section className="block" aria-labelledby="result">
      <h2 id="result">{awaited === null ? words.result : words.resultSoFar}</h2>
      <dl className="results">
        {[total, ...result].map(({ figure, label, text }) => (
          <div key={figure}>
            <dt>{label}</dt>
            <dd>
              <FigureLink at={at} figure={figure} text={text} label={`${member.name}${label}`} strong />
            </dd>
          </div>
        ))}
      </dl>
      <p className="distance">{distance}</p>
    </section>
  );
}

function Periods({ at, year }: { readonly at: At; readonly year: MemberYearPage }) {
  const { periods, kinds } = year;
  const of = (door: Door | undefined) =>
    door === undefined ? null : (
      <FigureLink at={at} figure={door.figure} text={door.text} label={`${year.member.name}${door.label}`} />
    );
  const columns: Column<PeriodFigures>[] = [
    {
      key: 'period',
      title: words.period,
      head: true,
      render: ({ name, why }) => (
        <>
          {name}
          {why !== null && (
            <span className="person-more">
              {words.notCounted}：{why}
            </span>
          )}
        </>
      ),
    },
    ...kinds.map(
      ({ name }, index): Column<PeriodFigures> => ({
        key: name,
        title: name,
        figure: true,
        render: ({ figures }) => of(figures[index]),
      }),
    ),
    {
      key: 'deduction',
      title: words.deduction,
      figure: true,
      render: ({ figures }) => of(figures[kinds.length]),
    },
    { key: 'points', title: words.periodPoints, figure: true, render: ({ points }) => of(points) },
    {
      key: 'plan',
      title: words.plan,
      figure: true,
      render: ({ plan, counted }) => (counted ? plan : words.none),
    },
    { key: 'cumulative', title: words.cumulative, figure: true, render: ({ cumulative }) => of(cumulative) },
  ];
  return (
    <section className="block" aria-labelledby="quarters">
      <h2 id="quarters">{words.quarters}</h2>
      <Suspense fallback={<div className="chart" />}>
        <PeriodChart periods={periods} />
      </Suspense>
      {year.planInForce !== null && <p className="quiet">{planWords.chartPlan(year.planInForce)}</p>}
      <Listing
        caption={words.quarters}
        columns={columns}
        rows={periods}
        rowKey={({ period }) => String(period)}
        foot={[
          <strong key="whole">{words.wholeYear}</strong>,
          ...year.year.map(of),
          of(year.total),
          null,
          null,
        ]}
      />
    </section>
  );
}

function Marks({ marks }: Pick<MemberYearPage, 'marks'>) {
  return (
    <section className="block" aria-labelledby="marks">
      <h2 id="marks">{planWords.yearMarks}</h2>
      <p className="quiet">{planWords.yearMarksNote}</p>
      <dl className="facts">
        {marks.map(({ label, result }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{result}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Grounds({ grounds }: { readonly grounds: MemberYearPage['grounds'] }) {
  return (
    <section className="block" aria-labelledby="grounds">
      <h2 id="grounds">{words.grounds}</h2>
      <ul className="notes">
        {grounds.map(({ ground, day, reason, evidence, supplier }) => (
          <li key={`${ground.id}${day}${reason ?? ''}`}>
            {ground.id} {ground.name}（{[day, reason, evidence, supplier].filter(Boolean).join('；')}）
          </li>
        ))}
      </ul>
    </section>
  );
}
