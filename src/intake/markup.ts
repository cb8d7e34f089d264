/**
 * Looks an XML part over before a parser builds anything from it: no entity, no document type, bounded depth, number and
 * length of tags, and for a sheet its real extent. Reads tags only, in one pass, in constant memory.
 */
import { Unreadable } from './fault.ts';
import { LIMITS } from './limits.ts';

const TAG = /^<(\/?)([^\s/>"']{1,100})((?:[^"'>]|"[^"]*"|'[^']*')*?)(\/?)>/;
const REFERENCE = /\sr\s*=\s*["']\s*([A-Za-z]*)(\d+)/;

export function checkMarkup(part: string, bytes: Uint8Array): void {
  // Bytes one by one: a character of several bytes never contains < or >.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (text.includes('\0')) throw new Unreadable('broken', { part });
  const seeTag = /worksheets\//i.test(part) ? watchSheet() : countTo(LIMITS.partTags);
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0; ) {
    const second = text[at + 1];
    if (second === '?' || second === '!') {
      at = text.indexOf('<', afterAside(part, text, at));
      if (!seeTag('', '', true)) throw new Unreadable('tooComplex', { part });
      continue;
    }
    const match = TAG.exec(text.slice(at, at + LIMITS.tagLength));
    const [whole = '', closing, name = '', attributes = '', closed] = match ?? [];
    if (closing === '/') depth -= 1;
    else if (closed !== '/') depth += 1;
    const local = name.slice(name.indexOf(':') + 1);
    if (match === null || depth > LIMITS.depth || !seeTag(local, attributes, closing === '/'))
      throw new Unreadable('tooComplex', { part });
    const end = at + whole.length;
    at = text.indexOf('<', end);
    if (at - end > LIMITS.textLength) throw new Unreadable('cellTooLong', { most: LIMITS.cellLength });
  }
}

/** Sees one tag after another; false when there are too many. */
type Watch = (name: string, attributes: string, closing: boolean) => boolean;

function countTo(most: number): Watch {
  let seen = 0;
  return () => {
    seen += 1;
    return seen <= most;
  };
}

function watchSheet(): Watch {
  const amongCells = countTo(LIMITS.cellTags);
  const elsewhere = countTo(LIMITS.sheetTags);
  const columns = countTo(LIMITS.columnTags);
  const rows = countTo(LIMITS.rows + 1);
  let inside = false;
  return (name, attributes, closing) => {
    if (name === 'sheetData') inside = !closing;
    if (!closing && (name === 'row' || name === 'c')) checkExtent(attributes);
    if (!closing && name === 'row' && !rows('', '', false))
      throw new Unreadable('tooManyRows', { most: LIMITS.rows });
    if (!closing && name === 'col' && !columns('', '', false)) return false;
    return inside ? amongCells('', '', false) : elsewhere('', '', false);
  };
}

/** Where a comment, a CDATA section or a processing instruction ends; a document type is refused, for it may define entities. */
function afterAside(part: string, text: string, at: number): number {
  const end = text.startsWith('<!--', at)
    ? text.indexOf('-->', at + 4) + 3
    : text.startsWith('<![CDATA[', at)
      ? text.indexOf(']]>', at + 9) + 3
      : text.startsWith('<?', at)
        ? text.indexOf('?>', at + 2) + 2
        : undefined;
  if (end === undefined) throw new Unreadable('xmlEntities', { part });
  if (end <= at) throw new Unreadable('broken', { part });
  return end;
}

/** One cell in a far corner would make the parser fill everything before it. */
function checkExtent(attributes: string): void {
  const match = REFERENCE.exec(attributes);
  if (match === null) return;
  const [, letters = '', row = ''] = match;
  if (Number(row) > LIMITS.rows + 1) throw new Unreadable('tooManyRows', { most: LIMITS.rows });
  if (columnNumber(letters) > LIMITS.columns)
    throw new Unreadable('tooManyColumns', { most: LIMITS.columns });
}

const columnNumber = (letters: string) =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0);
