/** A .csv as spreadsheet programs write it, in UTF-8 or GBK (GB18030), separated by comma, semicolon or tab. */
import { parse } from 'csv-parse/sync';
import type { Table } from '../domain/year/table.ts';
import { textCell } from './cell.ts';
import { Unreadable } from './fault.ts';
import { LIMITS } from './limits.ts';
import { tableOf } from './tableOf.ts';

const SEPARATORS = [',', ';', '\t'];
const QUOTED = /"(?:[^"]|"")*"/g;

export function readCsv(file: string, bytes: Uint8Array): Table {
  const text = decode(bytes);
  if (text.trim() === '') throw new Unreadable('empty');
  const records = parseRecords(text, separatorOf(text));
  return tableOf(file, null, records.length, (row) => (records[row] ?? []).map(textCell));
}

/** GBK is tried only when the bytes are no UTF-8: hardly any Chinese text is both. */
function decode(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16 || bytes.includes(0)) throw new Unreadable('encoding');
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // not this one
    }
  throw new Unreadable('encoding');
}

/** The one separator that the column names are divided by; a single column has none. */
function separatorOf(text: string): string {
  const header =
    /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, LIMITS.columns * LIMITS.cellLength))?.[0] ?? '';
  const bare = header.replace(QUOTED, '');
  const used = SEPARATORS.filter((separator) => bare.includes(separator));
  if (used.length > 1) throw new Unreadable('separator');
  return used[0] ?? ',';
}

function parseRecords(text: string, delimiter: string): string[][] {
  let cells = 0;
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      to: LIMITS.rows + 2,
      max_record_size: LIMITS.columns * LIMITS.cellLength,
      on_record: (record: string[]) => {
        cells += record.length;
        if (cells > LIMITS.cells) throw new Unreadable('tooManyCells', { most: LIMITS.cells });
        return record;
      },
    });
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const { code, lines } = error as { code?: string; lines?: number };
    if (code === 'CSV_MAX_RECORD_SIZE') throw new Unreadable('cellTooLong', { most: LIMITS.cellLength });
    throw new Unreadable('csvQuotes', { line: lines ?? 0 });
  }
}
