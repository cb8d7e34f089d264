/** The lines of a public notice as they hang: number in the list, name, points, note. */
import { noticeWords } from '../words/notice.ts';
import { type Column, Listing } from './Listing.tsx';

type Line = { readonly name: string; readonly points: string; readonly note: string };
type Numbered = Line & { readonly number: number };

const COLUMNS: Column<Numbered>[] = [
  { key: 'number', title: noticeWords.number, figure: true, render: ({ number }) => number },
  { key: 'name', title: noticeWords.name, head: true, render: ({ name }) => name },
  { key: 'points', title: noticeWords.points, figure: true, render: ({ points }) => points },
  { key: 'note', title: noticeWords.note, wide: true, render: ({ note }) => note },
];

export function NoticeLines({
  caption,
  lines,
}: {
  readonly caption: string;
  readonly lines: readonly Line[];
}) {
  return (
    <Listing
      caption={caption}
      columns={COLUMNS}
      rows={lines.map((line, at) => ({ ...line, number: at + 1 }))}
      rowKey={({ number }) => String(number)}
    />
  );
}
