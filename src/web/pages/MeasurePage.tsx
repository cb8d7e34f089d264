/** 办法: the text clause by clause with the data under each, and the readings with their alternatives. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import type { Measure } from '../../contract/measure.ts';
import { measureQuery } from '../api.ts';
import { Origin } from '../parts/Origin.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { words } from '../words.ts';

const HERE = '/branch/$organisation/$year/measure';

export function MeasurePage() {
  const at = useParams({ from: HERE });
  useTitle(words.measure);
  return <Loaded query={useQuery(measureQuery(at))}>{(measure) => <Clauses measure={measure} />}</Loaded>;
}

type Clause = Measure['clauses'][number];
type Reading = Measure['readings'][number];

const clauseFits = ({ id, place, title, text, data }: Clause, q: string) =>
  id === q ||
  id.startsWith(`${q}.`) ||
  [place, title, text].some((part) => part.includes(q)) ||
  data.some((datum) => datum.id === q || datum.label.includes(q));
const readingFits = ({ id, question, reading, clauses }: Reading, q: string) =>
  id === q || clauses.includes(q) || question.includes(q) || reading.includes(q);

function Clauses({ measure }: { readonly measure: Measure }) {
  const { q = '' } = useSearch({ from: HERE });
  const navigate = useNavigate({ from: HERE });
  const [typed, setTyped] = useState(q);
  const wanted = q.trim();
  const clauses =
    wanted === '' ? measure.clauses : measure.clauses.filter((clause) => clauseFits(clause, wanted));
  const readings =
    wanted === '' ? measure.readings : measure.readings.filter((reading) => readingFits(reading, wanted));
  return (
    <>
      <h1>{measure.head.policy.title}</h1>
      <p className="lead">{words.measureIntro}</p>
      <search className="narrowing">
        <Input
          type="search"
          allowClear
          value={typed}
          placeholder={words.searchClause}
          aria-label={words.searchClause}
          onChange={({ target }) => {
            setTyped(target.value);
            void navigate({
              to: HERE,
              search: { q: target.value === '' ? undefined : target.value },
              replace: true,
              resetScroll: false,
            });
          }}
        />
      </search>
      {clauses.length + readings.length === 0 && <p className="empty">{words.noClause}</p>}
      {clauses.length > 0 && (
        <section className="block" aria-labelledby="clauses">
          <h2 id="clauses">{words.clausesTitle}</h2>
          {clauses.map((clause) => (
            <ClauseText key={clause.id} clause={clause} />
          ))}
        </section>
      )}
      {readings.length > 0 && (
        <section className="block" aria-labelledby="readings">
          <h2 id="readings">{words.readingsTitle}</h2>
          {readings.map((reading) => (
            <ReadingText key={reading.id} reading={reading} />
          ))}
        </section>
      )}
      <Origin head={measure.head} />
    </>
  );
}

function ClauseText({ clause: { id, place, title, text, data, readings } }: { readonly clause: Clause }) {
  return (
    <article className="clause" id={`clause-${id}`}>
      <h3>
        {title === '' ? place : title} <span className="clause-id">{id}</span>
      </h3>
      {text !== '' && <p className="clause-text">{text}</p>}
      {data.length > 0 && (
        <dl className="data">
          {data.map(({ id: datum, label, text: said }) => (
            <div key={datum}>
              <dt>{label}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
      )}
      {readings.length > 0 && (
        <p className="quiet">
          {words.relatedReadings}：
          {readings.map((reading) => (
            <a key={reading} href={`#reading-${reading}`} className="inline-door">
              {reading}
            </a>
          ))}
        </p>
      )}
    </article>
  );
}

function ReadingText({ reading }: { readonly reading: Reading }) {
  const { id, clauses, question, reading: said, chosen, alternatives, decidedBy, decidedOn } = reading;
  return (
    <article className="clause" id={`reading-${id}`}>
      <h3>
        {question} <span className="clause-id">{[id, ...clauses].join(' · ')}</span>
      </h3>
      <p className="clause-text">
        {chosen === null && <strong className="mark">{words.chosen}</strong>}
        {said}
      </p>
      {alternatives.length > 0 && (
        <>
          <p className="quiet">{words.alternatives}：</p>
          <ul className="notes">
            {alternatives.map((alternative) => (
              <li key={alternative.id}>
                {alternative.chosen && <strong className="mark">{words.chosen}</strong>}
                {alternative.text}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet">{words.decided(decidedBy, decidedOn)}</p>
    </article>
  );
}
