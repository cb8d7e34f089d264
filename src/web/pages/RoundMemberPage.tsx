/** One member's matter in a round: where it stands and who acts next, everybody's word, and what the reader may do. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Matter } from '../../contract/round.ts';
import type { MatterCourse } from '../../contract/roundMember.ts';
import { Appeals } from '../appeal/Appeals.tsx';
import { Applying } from '../matter/Applying.tsx';
import { Bonuses } from '../matter/Bonuses.tsx';
import { Course } from '../matter/Course.tsx';
import { Deductions } from '../matter/Deductions.tsx';
import { Decided } from '../matter/Decided.tsx';
import { courseQuery, type MatterAddress, matterQuery } from '../matter/queries.ts';
import { Tasks } from '../matter/Tasks.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { RoundPaper } from '../round/RoundPaper.tsx';
import { bulletinWords } from '../words/bulletin.ts';
import { paperWords } from '../words/papers.ts';
import { roundPeopleWords as words } from '../words/roundPeople.ts';

export function RoundMemberPage() {
  const at = useParams({ from: '/branch/$organisation/$year/rounds/$period/member/$member' });
  const matter = useQuery(matterQuery(at));
  const course = useQuery(courseQuery(at));
  useTitle(matter.data?.member.name ?? '', words.title(course.data?.label ?? ''));
  return (
    <Loaded query={course}>
      {(steps) => (
        <Loaded query={matter}>
          {(found) => <MatterOf key={found.state.id} at={at} matter={found} course={steps} />}
        </Loaded>
      )}
    </Loaded>
  );
}

type Shown = { readonly at: MatterAddress; readonly matter: Matter; readonly course: MatterCourse };

function MatterOf({ at, matter, course }: Shown) {
  const { organisation, year, member } = at;
  const applies = matter.acts.includes('apply');
  return (
    <>
      <h1>
        {matter.member.name} <span className="h1-more">{words.title(course.label)}</span>
      </h1>
      <p className="lead">{matter.state.name}</p>
      {matter.points !== null && (
        <dl className="results">
          <div>
            <dt>{words.points}</dt>
            <dd>
              <Link
                to="/branch/$organisation/$year/member/$member"
                params={{ organisation, year, member }}
                className="door strong"
              >
                {matter.points}
              </Link>
              {matter.state.id !== 'filed' && <span className="person-more">{words.pointsNote}</span>}
            </dd>
          </div>
        </dl>
      )}
      {applies && <Applying at={at} matter={matter} course={course} />}
      <Deductions at={at} matter={matter} course={course} />
      <Course course={course} />
      {!applies && <Tasks matter={matter} />}
      <Bonuses at={at} matter={matter} />
      <Decided matter={matter} />
      <Appeals at={at} own={course.own} />
      <p className="block">
        <Link
          to="/branch/$organisation/$year/member/$member"
          params={{ organisation, year, member }}
          className="inline-door"
        >
          {words.toStatement}
        </Link>
        <Link
          to="/branch/$organisation/$year/plans/$member"
          params={{ organisation, year, member }}
          className="inline-door"
        >
          {words.toPlan}
        </Link>
        <Link to="/branch/$organisation/$year/rounds/$period/bulletin" params={at} className="inline-door">
          {bulletinWords.title}
        </Link>
        <RoundPaper at={at} kind="application" of={member} label={paperWords.application} />
      </p>
    </>
  );
}
