/** What is wrong in the file, and what registering it would do: seen before anything is. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { PendingRoster, PlannedRow, RosterPreview as Preview } from '../../contract/roster.ts';
import { api } from '../api.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { ON_A_PAGE, Pages } from '../parts/Narrowing.tsx';
import { RowProblems } from '../parts/RowProblems.tsx';
import { rosterWords } from '../words/roster.ts';
import { Refused } from './Refused.tsx';

type Imported = Awaited<ReturnType<typeof api.importRoster>>;
type Props = {
  readonly organisation: string;
  readonly pending: PendingRoster;
  readonly seen: number;
  readonly goOn: (how?: Imported) => Promise<void>;
  readonly remap: () => void;
};

export function RosterPreview({ organisation, pending, seen, goOn, remap }: Props) {
  const { preview, problemCount, version, year } = pending;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [version]);
  const committing = useMutation({
    mutationFn: () => api.importRoster({ organisation, version, seen }),
    onSuccess: (outcome) => goOn(outcome),
  });
  return (
    <>
      <p>
        <Button onClick={remap}>{rosterWords.remap}</Button>
      </p>
      {problemCount > 0 && (
        <Wrong organisation={organisation} pending={pending} goOn={goOn} heading={heading} />
      )}
      {preview !== null && (
        <section className="block" aria-labelledby="preview">
          <h2 id="preview" ref={problemCount > 0 ? null : heading} tabIndex={-1}>
            {rosterWords.previewTitle}
          </h2>
          <p>{rosterWords.previewIntro(year)}</p>
          <Planned preview={preview} />
          <Button
            className="after"
            type="primary"
            loading={committing.isPending}
            onClick={() => committing.mutate()}
          >
            {committing.isPending ? rosterWords.committing : rosterWords.commit}
          </Button>
          <div aria-live="polite">{committing.isError && <Refused error={committing.error} />}</div>
        </section>
      )}
    </>
  );
}

type WrongProps = Pick<Props, 'organisation' | 'pending' | 'goOn'> & {
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
};

function Wrong({ organisation, pending, goOn, heading }: WrongProps) {
  const { problems, problemCount, sound, unsound, leaveOut, version } = pending;
  const leaving = useMutation({
    mutationFn: () => api.leaveOutRows({ organisation, version }),
    onSuccess: () => goOn(),
  });
  return (
    <section className="block" aria-labelledby="wrong">
      <h2 id="wrong" ref={heading} tabIndex={-1}>
        {rosterWords.problemsTitle(unsound, problemCount)}
      </h2>
      <p>
        {leaveOut
          ? rosterWords.leftOut(unsound)
          : sound === 0
            ? rosterWords.noneSound
            : rosterWords.problemsText}
        {problems.length < problemCount && rosterWords.problemsFirst(problems.length)}
      </p>
      <RowProblems problems={problems} />
      {!leaveOut && sound > 0 && (
        <Button className="after" loading={leaving.isPending} onClick={() => leaving.mutate()}>
          {rosterWords.leaveOut(sound)}
        </Button>
      )}
      <div aria-live="polite">{leaving.isError && <Refused error={leaving.error} />}</div>
    </section>
  );
}

function Planned({ preview }: { readonly preview: Preview }) {
  const { added, changed, unchanged, held, absent, unmatched } = preview;
  const isNothing = added.length + changed.length + held.length === 0;
  return (
    <>
      {isNothing && <p>{rosterWords.nothing}</p>}
      <Rows title={rosterWords.added(added.length)} columns={ADDED} rows={added} />
      <Rows title={rosterWords.changed(changed.length)} columns={CHANGED} rows={changed} />
      <Rows title={rosterWords.held(held.length)} columns={HELD} rows={held} />
      <Rows title={rosterWords.unmatched(unmatched.length)} columns={UNMATCHED} rows={unmatched} />
      <Rows
        title={rosterWords.absent(absent.length)}
        note={rosterWords.absentText}
        columns={[PERSON]}
        rows={absent}
      />
      {unchanged > 0 && <p>{rosterWords.unchanged(unchanged)}</p>}
    </>
  );
}

type Named = { readonly number: string; readonly name: string };
const PERSON: Column<Named> = {
  key: 'person',
  title: rosterWords.name,
  head: true,
  render: ({ name, number }) => rosterWords.person(name, number),
};
const WHAT: Column<PlannedRow> = {
  key: 'what',
  title: rosterWords.what,
  wide: true,
  render: ({ changes }) => (
    <ul className="notes">
      {changes.map(({ column, from, to }) => (
        <li key={column}>{rosterWords.change(column, from, to)}</li>
      ))}
    </ul>
  ),
};
/** Somebody new is said in one line; only whoever held an office before has anything to change from. */
const ADDED: Column<PlannedRow>[] = [
  PERSON,
  {
    key: 'what',
    title: rosterWords.what,
    wide: true,
    render: ({ changes }) =>
      changes
        .filter(({ column }) => column !== rosterWords.name)
        .map(({ column, to }) => rosterWords.value(column, to))
        .join('；'),
  },
];
const CHANGED = [PERSON, WHAT];
type Why = { readonly why: string };
const WHY: Column<Why> = { key: 'why', title: rosterWords.why, wide: true, render: ({ why }) => why };
const HELD: Column<PlannedRow & Why>[] = [PERSON, WHAT, WHY];
const UNMATCHED: Column<Named & Why>[] = [PERSON, WHY];

type RowsProps<Row> = {
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
};

function Rows<Row extends Named>({ title, note, columns, rows }: RowsProps<Row>) {
  const [page, setPage] = useState(1);
  if (rows.length === 0) return null;
  const shown = rows.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE);
  return (
    <div className="rows">
      <h3>{title}</h3>
      {note !== undefined && <p className="quiet">{note}</p>}
      <Listing
        caption={title}
        columns={columns}
        rows={shown}
        rowKey={(row) => `${row.number} ${rows.indexOf(row)}`}
      />
      <Pages total={rows.length} page={page} go={setPage} />
    </div>
  );
}
