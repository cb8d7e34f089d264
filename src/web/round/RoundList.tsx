/** Everybody in the round: narrowed, paged; on a phone as cards. */
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Round } from '../../contract/round.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { ON_A_PAGE, Pages } from '../parts/Narrowing.tsx';
import { roundWords } from '../words/round.ts';
import type { RoundAddress } from './queries.ts';
import { narrowedLines, type RoundLine, type RoundSearch } from './roundSearch.ts';

type Props = {
  readonly at: RoundAddress;
  readonly round: Round;
  readonly search: RoundSearch;
  readonly change: (search: RoundSearch) => void;
  readonly picked: ReadonlySet<string>;
  /** Null: nothing here is the reader's to do for several. */
  readonly pick: ((ids: ReadonlySet<string>) => void) | null;
};

export function RoundList({ at, round, search, change, picked, pick }: Props) {
  const wanted = useDeferredValue(search);
  const found = useMemo(() => narrowedLines(round.lines, wanted), [round.lines, wanted]);
  const page = Math.min(search.page ?? 1, Math.max(1, Math.ceil(found.length / ON_A_PAGE)));
  const rows = found.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE);
  return (
    <section className="block" aria-labelledby="members">
      <h2 id="members">{roundWords.members}</h2>
      <RoundNarrowing round={round} search={search} change={change} count={found.length} />
      {pick !== null && (
        <p className="acts">
          <Button onClick={() => pick(new Set(found.map(({ member }) => member.id)))}>
            {roundWords.selectAll(found.length)}
          </Button>
          <Button onClick={() => pick(new Set())}>{roundWords.selectNone}</Button>
          <output aria-live="polite">{roundWords.selected(picked.size)}</output>
        </p>
      )}
      {rows.length === 0 ? (
        <p className="empty">{roundWords.noMatch}</p>
      ) : (
        <Listing
          caption={roundWords.members}
          columns={[...(pick === null ? [] : [box(picked, pick)]), ...columnsOf(at)]}
          rows={rows}
          rowKey={({ member }) => member.id}
        />
      )}
      <Pages total={found.length} page={page} go={(next) => change({ ...search, page: next })} />
    </section>
  );
}

const box = (picked: ReadonlySet<string>, pick: (ids: ReadonlySet<string>) => void): Column<RoundLine> => ({
  key: 'pick',
  title: '选',
  render: ({ member: { id, name } }) => (
    <Checkbox
      checked={picked.has(id)}
      aria-label={roundWords.select(name)}
      onChange={() => {
        const next = new Set(picked);
        if (!next.delete(id)) next.add(id);
        pick(next);
      }}
    />
  ),
});

function columnsOf(at: RoundAddress): Column<RoundLine>[] {
  return [
    {
      key: 'member',
      title: roundWords.member,
      head: true,
      render: ({ member, number, group }) => (
        <>
          <span className="strong">{member.name}</span>
          <span className="person-more">{[number, group].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    { key: 'state', title: roundWords.state, render: ({ state }) => state.name },
    {
      key: 'points',
      title: roundWords.points,
      figure: true,
      render: ({ member, points }) =>
        points === null ? (
          '—'
        ) : (
          <Link
            className="door"
            to="/branch/$organisation/$year/rounds/$period/member/$member"
            params={{ ...at, member: member.id }}
            aria-label={roundWords.pointsOf(member.name, points)}
          >
            {points}
          </Link>
        ),
    },
    { key: 'waits', title: roundWords.waits, wide: true, render: (line) => waitsOf(line).join('；') },
  ];
}

const waitsOf = ({ late, unsigned, unanswered, objections }: RoundLine): string[] => [
  ...(late ? [roundWords.late] : []),
  ...(unsigned ? [roundWords.unsigned] : []),
  ...(unanswered > 0 ? [roundWords.unanswered(unanswered)] : []),
  ...(objections > 0 ? [roundWords.objections(objections)] : []),
];

type NarrowingProps = Pick<Props, 'round' | 'search' | 'change'> & { readonly count: number };

function RoundNarrowing({ round, search, change, count }: NarrowingProps) {
  const [typed, setTyped] = useState(search.q ?? '');
  const groups = [...new Set(round.lines.flatMap(({ group }) => group ?? []))].toSorted();
  const choose = (more: RoundSearch) => change({ ...search, ...more, page: undefined });
  return (
    <search className="narrowing">
      <Input
        type="search"
        allowClear
        value={typed}
        placeholder={roundWords.search}
        aria-label={roundWords.search}
        onChange={({ target }) => {
          setTyped(target.value);
          choose({ q: target.value === '' ? undefined : target.value });
        }}
      />
      <select
        aria-label={roundWords.state}
        value={search.state ?? ''}
        onChange={({ target }) => choose({ state: target.value === '' ? undefined : target.value })}
      >
        <option value="">{roundWords.allStates}</option>
        {round.counts
          .filter((one) => one.count > 0)
          .map((one) => (
            <option key={one.state} value={one.state}>
              {one.name}（{one.count}）
            </option>
          ))}
      </select>
      {groups.length > 1 && (
        <select
          aria-label="党小组"
          value={search.group ?? ''}
          onChange={({ target }) => choose({ group: target.value === '' ? undefined : target.value })}
        >
          <option value="">{roundWords.allGroups}</option>
          {groups.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
      <output aria-live="polite">{roundWords.people(count)}</output>
    </search>
  );
}
