import { formatPoints, parsePoints, type Points, ZERO } from '../../domain/points.ts';
import type { Cited } from './citation.ts';
import type { Row } from './row.ts';

const AMOUNT = '分值';

/** The amount of an entry in hundredths, by what its item allows (year-files.md "Records"); null when there is none or it was refused. */
export function readAmount(row: Row, { item }: Cited): Points | null {
  const cell = row.cell(AMOUNT);
  const filled = cell.kind !== 'empty';
  if (cell.kind === 'error' || cell.kind === 'unreadable') return null;
  if (item === null) {
    if (filled) row.wrong(AMOUNT, 'amountOfGround');
    return null;
  }
  if (!filled) {
    if (item.amount === null) row.wrong(AMOUNT, 'amountMissing', formatPoints(item.most));
    return item.amount;
  }
  const amount = cell.kind === 'text' || cell.kind === 'number' ? parsePoints(cell.text) : undefined;
  if (amount === undefined) {
    row.wrong(AMOUNT, 'notAmount');
    return null;
  }
  if (item.amount !== null) {
    if (amount !== item.amount) row.wrong(AMOUNT, 'amountNotItems', formatPoints(item.amount));
  } else if (item.group === 'task') {
    if (amount > item.most) row.wrong(AMOUNT, 'amountRange', formatPoints(ZERO), formatPoints(item.most));
  } else if (amount === ZERO || amount > item.most)
    row.wrong(AMOUNT, 'amountAboveZero', formatPoints(item.most));
  return amount;
}
