/** The part of an address that narrows a list. What is not understood is left out. */
export const searchText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const page = (value: unknown): number | undefined => {
  const wanted = Number(value);
  return Number.isInteger(wanted) && wanted > 1 ? wanted : undefined;
};

/** What a list is narrowed to; stands in the address, so that a reload keeps it. */
export type ListSearch = {
  readonly q?: string | undefined;
  readonly group?: string | undefined;
  readonly type?: string | undefined;
  readonly page?: number | undefined;
};
export const listSearch = (search: Record<string, unknown>): ListSearch => ({
  q: searchText(search['q']),
  group: searchText(search['group']),
  type: searchText(search['type']),
  page: page(search['page']),
});
