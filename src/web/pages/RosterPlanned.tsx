/** What registering a roster would do: who is new, what changes, what is held back, who is not in the file. */
import type { PlannedRow, RosterPreview } from '../../contract/roster.ts';
import type { Column } from '../parts/Listing.tsx';
import { rosterWords } from '../words/roster.ts';
import { type Named, RosterRows } from './RosterRows.tsx';

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

export function RosterPlanned({ preview }: { readonly preview: RosterPreview }) {
  const { added, changed, unchanged, held, absent, unmatched } = preview;
  const isNothing = added.length + changed.length + held.length === 0;
  return (
    <>
      {isNothing && <p>{rosterWords.nothing}</p>}
      <RosterRows title={rosterWords.added(added.length)} columns={ADDED} rows={added} />
      <RosterRows title={rosterWords.changed(changed.length)} columns={CHANGED} rows={changed} />
      <RosterRows title={rosterWords.held(held.length)} columns={HELD} rows={held} />
      <RosterRows title={rosterWords.unmatched(unmatched.length)} columns={UNMATCHED} rows={unmatched} />
      <RosterRows
        title={rosterWords.absent(absent.length)}
        note={rosterWords.absentText}
        columns={[PERSON]}
        rows={absent}
      />
      {unchanged > 0 && <p>{rosterWords.unchanged(unchanged)}</p>}
    </>
  );
}
