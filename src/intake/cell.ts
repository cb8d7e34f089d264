/** Cells as both kinds of file make them. */
import { dayOf } from '../domain/period.ts';
import { type Cell, EMPTY_CELL } from '../domain/year/table.ts';

// Control characters, direction overrides, zero-width and replacement characters: a reader cannot see them, so they do not get in.
const INVISIBLE =
  /[^\P{Cc}\t\n\r]|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\ufffe\uffff]|\p{Cs}/u;

/** Text with white space at both ends removed, the full-width U+3000 included; inner text stays as it is. */
export function textCell(raw: string): Cell {
  const text = raw.trim();
  if (text === '') return EMPTY_CELL;
  if (!INVISIBLE.test(text)) return { kind: 'text', text };
  return { kind: 'unreadable', text: text.replace(new RegExp(INVISIBLE, 'gu'), '□') };
}

/** Shortest decimal text of what the sheet shows: fifteen digits, as spreadsheet programs keep them. */
export function numberCell(value: number): Cell {
  return { kind: 'number', text: String(Number(value.toPrecision(15))) };
}

/** A date cell. The reader gives whole days at midnight UTC and never asks where this machine stands. */
export function dateCell(value: Date): Cell {
  const day = dayOf(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate());
  const atMidnight = value.getTime() % 86_400_000 === 0;
  if (day !== undefined && atMidnight) return { kind: 'date', day };
  return { kind: 'moment', text: value.toISOString().slice(0, 16).replace('T', ' ') };
}
