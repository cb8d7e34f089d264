/** Who was submitted with which points: picked for the next act, or sent back from their own line. */
import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import type { SubmissionsAnswer } from '../../contract/roundCommittee.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { roundPeopleWords as words } from '../words/roundPeople.ts';
import type { MatterAddress } from './queries.ts';

export type Line = SubmissionsAnswer['submissions'][number]['lines'][number];

export const isReturnable = ({ state }: Line) => state.id === 'submitted';

type Props = {
  readonly at: Omit<MatterAddress, 'member'>;
  readonly caption: string;
  readonly lines: readonly Line[];
  /** Left out of the next act. */
  readonly left: ReadonlySet<string>;
  readonly leave: (left: ReadonlySet<string>) => void;
  /** Null: the reader may not. */
  readonly sendBack: ((member: string) => void) | null;
};

export function SubmittedLines({ at, caption, lines, left, leave, sendBack }: Props) {
  const columns: Column<Line>[] = [
    {
      key: 'member',
      title: words.member,
      head: true,
      render: ({ member: { id, name } }) => (
        <Checkbox
          checked={!left.has(id)}
          onChange={({ target }) => {
            const next = new Set(left);
            if (target.checked) next.delete(id);
            else next.add(id);
            leave(next);
          }}
        >
          {name}
        </Checkbox>
      ),
    },
    {
      key: 'points',
      title: words.points,
      figure: true,
      render: ({ points, member }) => (
        <Link
          to="/branch/$organisation/$year/rounds/$period/member/$member"
          params={{ ...at, member: member.id }}
          className="door"
        >
          {points}
        </Link>
      ),
    },
    { key: 'state', title: words.stands, render: ({ state }) => state.name },
    { key: 'note', title: words.note, wide: true, render: ({ note }) => note },
    ...(sendBack !== null && lines.some(isReturnable) ? [returning(sendBack)] : []),
  ];
  return <Listing caption={caption} columns={columns} rows={lines} rowKey={({ member }) => member.id} />;
}

const returning = (sendBack: (member: string) => void): Column<Line> => ({
  key: 'return',
  title: words.returnShort,
  render: (line) =>
    isReturnable(line) ? (
      <Button aria-label={words.returnRow(line.member.name)} onClick={() => sendBack(line.member.id)}>
        {words.returnShort}
      </Button>
    ) : null,
});
