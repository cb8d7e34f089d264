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
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    bytes += encoder.encode(character).length;
    if (bytes > MOST_BYTES) break;
    kept += character;
  }
  return kept;
}

/** Gives each wanted name a safe one that nobody else has, also where upper and lower case are the same: -2, -3 … behind. */
export function openNames(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const safe = safeName(wanted);
    let name = safe;
    for (let copy = 2; taken.has(key(name)); copy += 1) name = `${safe}-${copy}`;
    taken.add(key(name));
    return name;
  };
}

const key = (name: string) => name.normalize('NFC').toLowerCase();
