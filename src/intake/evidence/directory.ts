/** The directory of a zip that is nothing but a zip: it begins at the first byte, and nothing lies between, before or behind. */
import { type Refusal, refuse } from '../../domain/refusal.ts';

const FIRST = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
/** Flag bit: the part is encrypted. */
const ENCRYPTED = 1;

/** `size`: bytes it says it inflates to, which is not believed. */
export type Entry = { readonly name: string; readonly size: number };

export function directoryOf(bytes: Uint8Array): readonly Entry[] | Refusal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const broken = refuse('evidenceBroken', null);
  const end = bytes.length - END_LENGTH;
  if (end < 0 || view.getUint32(0, true) !== FIRST) return broken;
  // A comment would hold whatever one likes.
  if (view.getUint32(end, true) !== END || view.getUint16(end + 20, true) !== 0)
    return refuse('evidenceBehind', null);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (start + view.getUint32(end + 12, true) !== end) return refuse('evidenceBehind', null);
  const entries: Entry[] = [];
  let at = start;
  while (at < end) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) return broken;
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) return refuse('evidencePassword', null);
    const length = view.getUint16(at + 28, true);
    const name = Buffer.from(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + length)).toString('utf8');
    entries.push({ name, size: view.getUint32(at + 24, true) });
    at += ENTRY_LENGTH + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return at === end && entries.length === count ? entries : broken;
}
