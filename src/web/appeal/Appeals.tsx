/** 申诉 on a member's matter: what was appealed against and answered, lodging one, and answering it for the organisation above. */
import { useQuery } from '@tanstack/react-query';
import type { Appeals as Found } from '../../contract/appeals.ts';
import type { MatterAddress } from '../matter/queries.ts';
import { Loaded } from '../parts/State.tsx';
import { appealWords as words } from '../words/appeals.ts';
import { Answering } from './Answering.tsx';
import { Lodging } from './Lodging.tsx';
import { appealsQuery } from './queries.ts';

type Appeal = Found['appeals'][number];
type Props = { readonly at: MatterAddress; readonly own: boolean };

export function Appeals({ at, own }: Props) {
  const query = useQuery(appealsQuery(at));
  return (
    <Loaded query={query}>
      {({ appeals, mayLodge, mayAnswer, putRight }) =>
        appeals.length + mayLodge.length === 0 ? null : (
          <section className="block" aria-labelledby="appeals">
            <h2 id="appeals">{words.title}</h2>
            {appeals.map((one) => (
              <article key={one.id} className="card" aria-label={words.of(one.about, one.on, one.onBehalf)}>
                <div className="card-head">{words.of(one.about, one.on, one.onBehalf)}</div>
                <Facts one={one} putRight={putRight} />
                {mayAnswer && one.upheld === null && (
                  <Answering at={at} appeal={one.id} putRight={putRight} />
                )}
              </article>
            ))}
            {mayLodge.length > 0 && <Lodging at={at} own={own} subjects={mayLodge} />}
          </section>
        )
      }
    </Loaded>
  );
}

type FactsProps = { readonly one: Appeal; readonly putRight: Found['putRight'] };

function Facts({ one: { words: said, due, upheld, answer }, putRight }: FactsProps) {
  const facts = [
    [words.says, said ?? words.sealed],
    [words.state, due === null ? words.result(upheld === true) : words.waiting(due.day, due.workdays)],
    [words.answered, answer ?? ''],
  ] as const;
  return (
    <>
      <dl>
        {facts
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label} className="pair">
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {upheld === true && <p>{words.correct[putRight]}</p>}
    </>
  );
}
