/** What the list of a round is narrowed to; stands in the address. */
import type { Round } from '../../contract/round.ts';
import { type ListSearch, listSearch, searchText } from '../listSearch.ts';

export type RoundLine = Round['lines'][number];
export type RoundSearch = Pick<ListSearch, 'q' | 'group' | 'page'> & { readonly state?: string | undefined };

export const roundSearch = (search: Record<string, unknown>): RoundSearch => {
  const { q, group, page } = listSearch(search);
  return { q, group, page, state: searchText(search['state']) };
};

export function narrowedLines(lines: readonly RoundLine[], search: RoundSearch): RoundLine[] {
  const { q = '', group, state } = search;
  const wanted = q.trim();
  return lines.filter(
    (line) =>
      (wanted === '' || line.member.name.includes(wanted) || line.number.includes(wanted)) &&
      (group === undefined || line.group === group) &&
      (state === undefined || line.state.id === state),
  );
}
