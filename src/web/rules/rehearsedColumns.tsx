/** One member of a rehearsal: who, and what would be otherwise. */
import { Link } from '@tanstack/react-router';
import type { RehearsalPage as Rehearsal } from '../../contract/rehearsal.ts';
import type { Column } from '../parts/Listing.tsx';
import { rulesWords } from '../words/rules.ts';

export const rehearsedColumns = ({
  organisation,
  year,
}: Rehearsal): Column<Rehearsal['members'][number]>[] => [
  {
    key: 'person',
    title: rulesWords.person,
    head: true,
    render: ({ id, name, number }) => (
      <>
        <Link
          to="/branch/$organisation/$year/member/$member"
          params={{ organisation: organisation.id, year: String(year), member: id }}
          className="inline-door"
        >
          {name}
        </Link>
        <span className="nowrap">{number}</span>
      </>
    ),
  },
  {
    key: 'what',
    title: rulesWords.what,
    wide: true,
    render: ({ touched, lines }) => (
      <Lines lines={touched.length === 0 ? [rulesWords.unchanged, ...lines] : lines} />
    ),
  },
];

export function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="notes">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
