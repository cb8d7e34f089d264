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
  const sheet = /worksheets\//i.test(part);
  const most = sheet ? LIMITS.sheetTags : LIMITS.partTags;
  let depth = 0;
  let tags = 0;
  let columns = 0;
  for (let at = text.indexOf('<'); at >= 0; ) {
    const second = text[at + 1];
    if (second === '?' || second === '!') {
      at = text.indexOf('<', afterAside(part, text, at));
      continue;
    }
    const match = TAG.exec(text.slice(at, at + LIMITS.tagLength));
    if (match === null) throw new Unreadable('tooComplex', { part });
    const [whole, closing, name = '', attributes = '', closed] = match;
    tags += 1;
    if (closing === '/') depth -= 1;
    else if (closed !== '/') depth += 1;
    if (tags > most || depth > LIMITS.depth) throw new Unreadable('tooComplex', { part });
    if (sheet && closing !== '/') {
      const local = name.slice(name.indexOf(':') + 1);
      if (local === 'col') columns += 1;
      if (columns > LIMITS.columnTags) throw new Unreadable('tooComplex', { part });
      if (local === 'row' || local === 'c') checkExtent(attributes);
    }
    at = text.indexOf('<', at + whole.length);
  }
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
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0);
