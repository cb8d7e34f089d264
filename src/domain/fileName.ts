/** File names that every system takes: Windows is the strictest, so its rules hold everywhere. */
const REFUSED = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
/** Most systems stop at 255 bytes with the ending; some room is left for a “-2”. */
const MOST_BYTES = 200;

/** A part of a path, without ending: what cannot stand in a name becomes _, dots and blanks at the ends go; never empty. */
export function safeName(wanted: string): string {
  const cleaned = cut(
    wanted
      .toWellFormed()
      .replace(REFUSED, '_')
      .replace(/^[\s.]+/, ''),
  ).replace(/[\s.]+$/, '');
  if (cleaned === '') return '_';
  return RESERVED.test(cleaned) ? `_${cleaned}` : cleaned;
}

function cut(name: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    bytes += bytesOf(character.codePointAt(0) ?? 0);
    if (bytes > MOST_BYTES) break;
    kept += character;
  }
  return kept;
}

/** How many bytes of UTF-8 a code point takes. */
function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
