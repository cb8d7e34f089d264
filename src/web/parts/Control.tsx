import type { YearTable } from '../../contract/yearTable.ts';
import { words } from '../words.ts';

/** The control figures, and the sentence in which they must agree. */
export function Control({
  table: { control, balance },
}: {
  readonly table: Pick<YearTable, 'control' | 'balance'>;
}) {
  return (
    <section className="block" aria-labelledby="control">
      <h2 id="control">{words.control}</h2>
      <dl className="tally">
        {control.map(({ id, label, count }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{balance}</p>
    </section>
  );
}
