/** Rows of a table, pasted or from a file, as cells by the names of their columns. */

/** `row` as the reader counts it, from 1. */
export type SheetRow = { readonly row: number; readonly cells: readonly string[] };

/** One cell that cannot be taken: where, what stands there, what was expected. */
export type SheetProblem = {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly expected: string;
};

export type NamedRow<Column extends string> = {
  readonly row: number;
  readonly cells: Readonly<Record<Column, string>>;
};

/** Tab separated text as Excel puts it on the clipboard. A cell in quotes may hold line breaks and doubled quotes. */
export function pastedRows(text: string): SheetRow[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end = ''] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/g,
  )) {
    if (quoted === undefined && plain === '' && end === '') break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end.endsWith('\n')) rows.push([]);
  }
  return rows.map((cells, index) => ({ row: index + 1, cells }));
}

/** By the first row's names where it names columns, else in the order given. Rows without content are left out. */
export function namedRows<Column extends string>(
  rows: readonly SheetRow[],
  columns: readonly Column[],
): NamedRow<Column>[] {
  const [first, ...rest] = rows;
  const heading = first?.cells.map(tidy) ?? [];
  const isNamed = columns.filter((name) => heading.includes(name)).length * 2 > columns.length;
  const placeOf = (name: Column) => (isNamed ? heading.indexOf(name) : columns.indexOf(name));
  return (isNamed ? rest : rows).flatMap(({ row, cells }) => {
    if (cells.every((cell) => tidy(cell) === '')) return [];
    const named = columns.map((name) => [name, tidy(cells[placeOf(name)] ?? '')] as const);
    return [{ row, cells: Object.fromEntries(named) as Record<Column, string> }];
  });
}

/** Full-width digits and points as keyboards here write them, and no white space at the ends. */
const tidy = (text: string): string =>
  text.replaceAll(/[０-９．]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) - 0xfee0)).trim();
