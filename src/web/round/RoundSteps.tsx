/** Where the round is: its days as dates and working days, and the ten steps of annex 1. */
import type { RoundDesk } from '../../contract/roundDesk.ts';
import { roundWords } from '../words/round.ts';

export function RoundTerms({ desk: { terms } }: { readonly desk: RoundDesk }) {
  if (terms.length === 0) return null;
  return (
    <section aria-labelledby="terms">
      <h2 id="terms" className="unseen">
        {roundWords.days}
      </h2>
      <dl className="round-terms">
        {terms.map(({ id, until, left }) => (
          <div key={id}>
            <dt>{roundWords.terms[id]}</dt>
            <dd>
              {until}
              <span className="person-more">{roundWords.left(left)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function RoundSteps({ desk: { steps } }: { readonly desk: RoundDesk }) {
  return (
    <section className="block" aria-labelledby="steps">
      <h2 id="steps">{roundWords.steps}</h2>
      <ol className="round-steps">
        {steps.map(({ id, name, now, count }, index) => (
          <li key={id} className={now} {...(now === 'here' ? { 'aria-current': 'step' } : {})}>
            <span className="round-step">
              {index + 1}. {name}
            </span>
            <span className="person-more">
              {roundWords.now[now]}
              {count > 0 && `，${roundWords.standing(count)}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
