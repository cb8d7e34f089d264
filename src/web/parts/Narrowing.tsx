/** Finding people in a list: by name or number, group, type; the answer stands in the address. */
import { Input, Pagination } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { MemberRow, YearTable } from '../../contract/yearTable.ts';
import type { ListSearch } from '../listSearch.ts';
import { words } from '../words.ts';

export const ON_A_PAGE = 50;

/** What a list of people is narrowed by. */
type Sought = Pick<MemberRow, 'name' | 'number' | 'group' | 'type'>;

function narrowed<Row extends Sought>(members: readonly Row[], { q = '', group, type }: ListSearch): Row[] {
  const wanted = q.trim();
  return members.filter(
    (member) =>
      (wanted === '' || member.name.includes(wanted) || member.number.includes(wanted)) &&
      (group === undefined || member.group === group) &&
      (type === undefined || member.type.id === type),
  );
}

/** The rows of the asked page, and how many fit in all. */
export function usePaged<Row extends Sought>(members: readonly Row[], search: ListSearch) {
  const { q, group, type, page = 1 } = useDeferredValue(search);
  return useMemo(() => {
    const found = narrowed(members, { q, group, type });
    const last = Math.max(1, Math.ceil(found.length / ON_A_PAGE));
    const at = Math.min(page, last);
    return { found, page: at, rows: found.slice((at - 1) * ON_A_PAGE, at * ON_A_PAGE) };
  }, [members, q, group, type, page]);
}

type Props = {
  readonly table: Pick<YearTable, 'groups' | 'types'>;
  readonly search: ListSearch;
  readonly change: (search: ListSearch) => void;
  readonly count: number;
};

export function Narrowing({ table, search, change, count }: Props) {
  const [typed, setTyped] = useState(search.q ?? '');
  return (
    <search className="narrowing">
      <Input
        type="search"
        allowClear
        value={typed}
        placeholder={words.search}
        aria-label={words.search}
        onChange={({ target }) => {
          setTyped(target.value);
          change({ ...search, q: target.value === '' ? undefined : target.value, page: undefined });
        }}
      />
      <Choice
        label={words.group}
        every={words.allGroups}
        options={table.groups.map((name) => ({ id: name, name }))}
        value={search.group}
        choose={(group) => change({ ...search, group, page: undefined })}
      />
      <Choice
        label={words.type}
        every={words.allTypes}
        options={table.types}
        value={search.type}
        choose={(type) => change({ ...search, type, page: undefined })}
      />
      <output aria-live="polite">{words.people(count)}</output>
    </search>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly every: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly value: string | undefined;
  readonly choose: (id: string | undefined) => void;
};

/** One that is in force stays, so that it can be taken back; otherwise nothing where there is nothing to choose. */
export function Choice({ label, every, options, value, choose }: ChoiceProps) {
  if (options.length < 2 && value === undefined) return null;
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => choose(target.value === '' ? undefined : target.value)}
    >
      <option value="">{every}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

export function Pages({
  total,
  page,
  go,
}: {
  readonly total: number;
  readonly page: number;
  readonly go: (page: number) => void;
}) {
  if (total <= ON_A_PAGE) return null;
  return (
    <nav className="pages" aria-label="翻页">
      <Pagination current={page} total={total} pageSize={ON_A_PAGE} showSizeChanger={false} onChange={go} />
    </nav>
  );
}
