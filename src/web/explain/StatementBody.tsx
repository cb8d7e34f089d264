/** The 说明单: the sentence, the rows that add up, what was read how, and the clauses it rests on. */
import type { ReadingWords, Statement, StatementRow } from '../../contract/statement.ts';
import type { YearHead } from '../../contract/wire.ts';
import type { YearAddress } from '../api.ts';
import { FigureLink } from '../parts/FigureLink.tsx';
import { Origin } from '../parts/Origin.tsx';
import { words } from '../words.ts';
import { EntryFacts } from './EntryFacts.tsx';

type At = YearAddress & { readonly member: string };
type Data = {
  readonly head: YearHead;
  readonly member: { readonly name: string; readonly number: string };
  readonly statement: Statement;
};

export function StatementBody({
  at,
  data: { head, member, statement },
}: {
  readonly at: At;
  readonly data: Data;
}) {
  return (
    <article>
      <header className="statement-head">
        <p className="quiet">
          {head.example && <strong className="mark">{words.example}</strong>}
          {head.organisation.name} · {words.yearLabel(head.year)} · {member.name}（{member.number}）
        </p>
        <h1>
          {statement.title} <span className="statement-figure">{statement.text}</span>
        </h1>
        <p className="distance">{statement.sentence}</p>
      </header>
      <Rows at={at} statement={statement} name={member.name} />
      <Lines title={words.notes} lines={statement.notes} />
      <Doors at={at} statement={statement} name={member.name} />
      <Readings readings={statement.readings} />
      {statement.clauses.length > 0 && (
        <section>
          <h2>{words.clauses}</h2>
          {statement.clauses.map(({ id, title, text }) => (
            <details key={id}>
              <summary>
                {id} {title}
              </summary>
              <p className="clause-text">{text}</p>
            </details>
          ))}
        </section>
      )}
      <Origin head={head} />
    </article>
  );
}

function Rows({
  at,
  statement: { rows, total },
  name,
}: {
  readonly at: At;
  readonly statement: Statement;
  readonly name: string;
}) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{words.howReckoned}</h2>
      <ol className="reckoning">
        {rows.map((row, index) => (
          <li key={`${row.label}${index}`} className={`told-${row.told}`}>
            <div className="reckoning-line">
              <span>{row.label}</span>
              <Amount at={at} row={row} name={name} />
            </div>
            {row.remark !== null && <p className="quiet">{row.remark}</p>}
            {row.entry !== null && <EntryFacts entry={row.entry} />}
          </li>
        ))}
        {total !== null && (
          <li className="reckoning-total">
            <div className="reckoning-line">
              <strong>{words.total}</strong>
              <strong className="figure">{total}</strong>
            </div>
          </li>
        )}
      </ol>
    </section>
  );
}

/** Signs stand in front, so that the column can be added up by eye. */
const signed = (amount: string) => (amount.startsWith('-') ? `−${amount.slice(1)}` : `+${amount}`);

function Amount({ at, row, name }: { readonly at: At; readonly row: StatementRow; readonly name: string }) {
  if (row.amount === null && row.figure === null) return null;
  const text = row.amount === null ? words.statement : signed(row.amount);
  if (row.figure === null) return <span className="figure">{text}</span>;
  return <FigureLink at={at} figure={row.figure} text={text} label={`${name}${row.label}`} />;
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="notes">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Doors({
  at,
  statement: { doors },
  name,
}: {
  readonly at: At;
  readonly statement: Statement;
  readonly name: string;
}) {
  if (doors.length === 0) return null;
  return (
    <section className="unprinted">
      <h2>{words.doors}</h2>
      <ul className="files">
        {doors.map(({ figure, label, text }) => (
          <li key={figure}>
            {label} <FigureLink at={at} figure={figure} text={text} label={`${name}${label}`} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Readings({ readings }: { readonly readings: readonly ReadingWords[] }) {
  if (readings.length === 0) return null;
  return (
    <section>
      <h2>{words.readings}</h2>
      {readings.map(({ id, question, reading, chosen }) => (
        <details key={id}>
          <summary>
            {id} {question}
          </summary>
          <p className="clause-text">{chosen === null ? reading : `${words.chosenInstead}：${chosen}`}</p>
        </details>
      ))}
    </section>
  );
}
