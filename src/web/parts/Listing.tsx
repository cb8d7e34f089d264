/** One list, two shapes: a table with thin rules on a desk, cards on a phone. Same columns, same order, same names. */
import type { ReactNode } from 'react';
import { useCards } from '../settings.tsx';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  readonly figure?: boolean;
  readonly wide?: boolean;
  /** One of many side by side: its heading may stand on two lines. */
  readonly tight?: boolean;
  /** A day, a state, a quarter: never broken over two lines of a table. */
  readonly short?: boolean;
  /** Heads the card; on a table, names the row. */
  readonly head?: boolean;
};

type Props<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly foot?: readonly ReactNode[] | undefined;
};

export function Listing<Row>(props: Props<Row>) {
  return useCards() ? <Cards {...props} /> : <Table {...props} />;
}

const classOf = ({ figure, wide, tight, short }: Column<never>) =>
  [figure && 'figure', wide && 'wide', tight && 'tight', short && 'nowrap'].filter(Boolean).join(' ');

function Table<Row>({ caption, columns, rows, rowKey, foot }: Props<Row>) {
  return (
    <table className="listing">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classOf(column as Column<never>)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) =>
              column.head ? (
                <th key={column.key} scope="row" className={classOf(column as Column<never>)}>
                  {column.render(row)}
                </th>
              ) : (
                <td key={column.key} className={classOf(column as Column<never>)}>
                  {column.render(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
      {foot !== undefined && (
        <tfoot>
          <tr>
            {foot.map((cell, index) => (
              <td key={columns[index]?.key} className={columns[index]?.figure ? 'figure' : ''}>
                {cell}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Cards<Row>({ caption, columns, rows, rowKey, foot }: Props<Row>) {
  const pairs = (cells: readonly { readonly column: Column<Row>; readonly cell: ReactNode }[]) =>
    cells
      .filter(({ cell }) => cell !== null && cell !== '')
      .map(({ column, cell }) => (
        <div key={column.key} className={column.wide ? 'pair wide' : 'pair'}>
          <dt>{column.title}</dt>
          <dd className={column.figure ? 'figure' : ''}>{cell}</dd>
        </div>
      ));
  return (
    <ul className="cards" aria-label={caption}>
      {rows.map((row) => (
        <li key={rowKey(row)} className="card">
          {columns
            .filter(({ head }) => head)
            .map((column) => (
              <div key={column.key} className="card-head">
                {column.render(row)}
              </div>
            ))}
          <dl>
            {pairs(
              columns.filter(({ head }) => !head).map((column) => ({ column, cell: column.render(row) })),
            )}
          </dl>
        </li>
      ))}
      {foot !== undefined && (
        <li className="card foot">
          <dl>{pairs(columns.map((column, index) => ({ column, cell: foot[index] ?? null })))}</dl>
        </li>
      )}
    </ul>
  );
}
