/** Which period a cell means, however people write it. */

const NUMERALS = '一二三四五六七八九十';

/** 第一季度, 一季度, 1, Q1 … as the number of the period; undefined when the measure has none of that name. */
export function periodNamed(text: string, labels: readonly string[]): number | undefined {
  const known = labels.indexOf(text) + 1;
  if (known > 0) return known;
  const bare = text
    .replace(/^第/, '')
    .replace(/^[Qq]/, '')
    .replace(/(季度|季|月份|月)$/, '');
  const numeral = bare.length === 1 ? NUMERALS.indexOf(bare) + 1 : 0;
  const wanted = numeral > 0 ? numeral : /^\d{1,2}$/.test(bare) ? Number.parseInt(bare, 10) : 0;
  return labels[wanted - 1] === undefined ? undefined : wanted;
}
