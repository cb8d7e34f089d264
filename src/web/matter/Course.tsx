/** Where a matter stands, step by step: what is done, who does what is next, what comes after. */
import type { MatterCourse } from '../../contract/roundMember.ts';
import { roundPeopleWords as words } from '../words/roundPeople.ts';

export function Course({ course: { steps, due } }: { readonly course: MatterCourse }) {
  return (
    <section className="block" aria-labelledby="course">
      <h2 id="course">{words.course}</h2>
      <ol className="notes">
        {steps.map(({ id, name, progress, says }) => (
          <li key={id} {...(progress === 'now' ? { 'aria-current': 'step' as const } : {})}>
            {progress === 'now' ? <strong>{name}</strong> : name}（{words.progress[progress]}）
            {says !== '' && `：${says}`}
            {progress === 'now' && due !== null && `，${words.dueBy(due)}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
