/** What the meeting decided, the days of the notice, and objections with their answers. */
import type { Matter } from '../../contract/round.ts';
import { roundPeopleWords as words } from '../words/roundPeople.ts';

export function Decided({ matter: { decision, notice, objections } }: { readonly matter: Matter }) {
  return (
    <>
      {decision !== null && (
        <section className="block" aria-labelledby="decision">
          <h2 id="decision">{words.decision}</h2>
          <p>
            {words.votes(decision.on, decision.votes.for, decision.votes.against, decision.votes.abstained)}
            {decision.decidedAbove && words.decidedAbove}
          </p>
          {decision.words !== '' && <p>{decision.words}</p>}
        </section>
      )}
      {notice !== null && (
        <section className="block" aria-labelledby="notice">
          <h2 id="notice">{words.notice}</h2>
          <p>{words.noticeDays(notice.from, notice.until)}</p>
        </section>
      )}
      {objections.length > 0 && (
        <section className="block" aria-labelledby="objections">
          <h2 id="objections">{words.objections}</h2>
          <ul className="notes">
            {objections.map(({ objectionId, answerUntil, changed, answer }) => (
              <li key={objectionId}>
                {words.objectionState(changed, answerUntil)}
                {typeof answer === 'string' && `：${answer}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
