/** What the list of plans is narrowed to; stands in the address. */
import type { PlanRow } from '../../contract/plans.ts';
import { type ListSearch, listSearch, searchText } from '../listSearch.ts';

export type PlanSearch = Pick<ListSearch, 'q' | 'group' | 'page'> & {
  readonly state?: string | undefined;
  /** A leader's name; `-` for members without one. */
  readonly leader?: string | undefined;
};

export const planSearch = (search: Record<string, unknown>): PlanSearch => {
  const { q, group, page } = listSearch(search);
  return { q, group, page, state: searchText(search['state']), leader: searchText(search['leader']) };
};

export const NO_LEADER = '-';

export function narrowedPlans(members: readonly PlanRow[], search: PlanSearch): PlanRow[] {
  const { q = '', group, state, leader } = search;
  const wanted = q.trim();
  return members.filter(
    (one) =>
      (wanted === '' || one.name.includes(wanted) || one.number.includes(wanted)) &&
      (group === undefined || one.group === group) &&
      (state === undefined || one.state.id === state) &&
      (leader === undefined || (one.leader ?? NO_LEADER) === leader),
  );
}
