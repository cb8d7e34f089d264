/** Narrowing the list of plans by name, state, Party group and leader in charge. */
import { Input } from 'antd';
import { useState } from 'react';
import type { PlansPage } from '../../contract/plans.ts';
import { Choice } from '../parts/Narrowing.tsx';
import { planWords } from '../words/plan.ts';
import { NO_LEADER, type PlanSearch } from './planSearch.ts';

type Props = {
  readonly page: PlansPage;
  readonly search: PlanSearch;
  readonly change: (search: PlanSearch) => void;
  readonly count: number;
};

export function PlanNarrowing({ page: { members, states }, search, change, count }: Props) {
  const [typed, setTyped] = useState(search.q ?? '');
  const groups = [...new Set(members.flatMap(({ group }) => group ?? []))];
  const leaders = [...new Set(members.map(({ leader }) => leader ?? NO_LEADER))];
  const present = states.filter(({ id }) => members.some(({ state }) => state.id === id));
  const choose = (more: PlanSearch) => change({ ...search, ...more, page: undefined });
  return (
    <search className="narrowing">
      <Input
        type="search"
        allowClear
        value={typed}
        placeholder={planWords.search}
        aria-label={planWords.search}
        onChange={({ target }) => {
          setTyped(target.value);
          choose({ q: target.value === '' ? undefined : target.value });
        }}
      />
      <Choice
        label={planWords.state}
        every={planWords.allStates}
        options={present.map(({ id, name }) => ({ id, name: `${name}（${countOf(members, id)}）` }))}
        value={search.state}
        choose={(state) => choose({ state })}
      />
      <Choice
        label="党小组"
        every={planWords.allGroups}
        options={groups.map((name) => ({ id: name, name }))}
        value={search.group}
        choose={(group) => choose({ group })}
      />
      <Choice
        label="分管领导"
        every={planWords.allLeaders}
        options={leaders.map((id) => ({ id, name: id === NO_LEADER ? planWords.noLeader : id }))}
        value={search.leader}
        choose={(leader) => choose({ leader })}
      />
      <output aria-live="polite">{planWords.people(count)}</output>
    </search>
  );
}

const countOf = (members: PlansPage['members'], id: string) =>
  members.filter(({ state }) => state.id === id).length;
