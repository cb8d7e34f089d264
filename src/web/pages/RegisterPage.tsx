/** 党员名册: the branch's members as they stand, found by name or number, group, type. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { RegisterLine, RegisterList } from '../../contract/roster.ts';
import { api } from '../api.ts';
import type { ListSearch } from '../listSearch.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { Narrowing, Pages, usePaged } from '../parts/Narrowing.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { words } from '../words.ts';
import { rosterWords } from '../words/roster.ts';
import { Masking } from './Masking.tsx';

const ROUTE = '/organisation/$organisation/register';

export function RegisterPage() {
  useTitle(rosterWords.title);
  const { organisation } = useParams({ from: ROUTE });
  const query = useQuery({
    queryKey: ['register', organisation],
    queryFn: () => api.registerList({ organisation }),
  });
  return (
    <>
      <h1>{rosterWords.title}</h1>
      <p className="lead">{rosterWords.intro}</p>
      <Loaded query={query}>{(list) => <Register list={list} />}</Loaded>
    </>
  );
}

type Shown = { readonly list: RegisterList };

function Register({ list }: Shown) {
  const keeps = list.abilities.includes('keepRegister');
  return (
    <>
      {list.names.forYou && <p className="quiet">{rosterWords.maskedForYou}</p>}
      {list.members.length === 0 ? (
        <p className="empty">
          {rosterWords.empty}
          {keeps && rosterWords.emptyHow}
          {keeps && (
            <Link
              to="/organisation/$organisation/register/import"
              params={{ organisation: list.organisation.id }}
              className="inline-door"
            >
              {rosterWords.toImport}
            </Link>
          )}
        </p>
      ) : (
        <List list={list} />
      )}
      {list.abilities.includes('maskNames') && <Masking list={list} />}
    </>
  );
}

function List({ list }: Shown) {
  const search = useSearch({ from: ROUTE });
  const navigate = useNavigate({ from: ROUTE });
  const change = (next: ListSearch) => void navigate({ search: next, replace: true, resetScroll: false });
  const { found, rows, page } = usePaged(list.members, search);
  return (
    <>
      <Narrowing table={list} search={search} change={change} count={found.length} />
      {rows.length === 0 ? (
        <p className="empty">{words.noMatch}</p>
      ) : (
        <Listing caption={rosterWords.title} columns={columnsOf(list)} rows={rows} rowKey={({ id }) => id} />
      )}
      <Pages
        total={found.length}
        page={page}
        go={(next) => change({ ...search, page: next === 1 ? undefined : next })}
      />
    </>
  );
}

/** A column nobody fills is left out. */
function columnsOf({ organisation, members }: RegisterList): Column<RegisterLine>[] {
  const columns: (Column<RegisterLine> | null)[] = [
    {
      key: 'name',
      title: rosterWords.name,
      head: true,
      render: ({ id, name }) => (
        <Link
          to="/organisation/$organisation/register/$member"
          params={{ organisation: organisation.id, member: id }}
          className="inline-door"
        >
          {name}
        </Link>
      ),
    },
    { key: 'number', title: rosterWords.number, render: ({ number }) => number },
    { key: 'type', title: rosterWords.type, render: ({ type }) => type.name },
    filled('group', rosterWords.group),
    filled('post', rosterWords.post),
    filled('workField', rosterWords.workField),
    members.some(({ leader }) => leader !== null)
      ? { key: 'leader', title: rosterWords.leader, render: ({ leader }) => leaderText(leader) }
      : null,
    { key: 'standing', title: rosterWords.standing, render: ({ standing }) => standing.name },
  ];
  function filled(key: 'group' | 'post' | 'workField', title: string): Column<RegisterLine> | null {
    return members.some((line) => line[key] !== null) ? { key, title, render: (line) => line[key] } : null;
  }
  return columns.filter((column) => column !== null);
}

const leaderText = (leader: RegisterLine['leader']) =>
  leader === null ? null : leader.assigned ? leader.name : rosterWords.leaderUnassigned(leader.name);
