import { InvalidArgumentError } from 'commander';

/** A year of the command line, 1900–2199. */
export function parseYear(text: string): number {
  if (!/^(19|20|21)\d{2}$/.test(text)) throw new InvalidArgumentError('年度应为四位数字，如 2026。');
  return Number.parseInt(text, 10);
}
