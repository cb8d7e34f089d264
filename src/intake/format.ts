/** What a file is, by its name and by its first bytes: both must say the same. */
import { LIMITS } from './limits.ts';
import { Unreadable } from './fault.ts';

const OLD = ['xls', 'et', 'xlt', 'ett', 'ods', 'xlsb', 'numbers'];
const MACRO = ['xlsm', 'xltm', 'xlam'];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];

const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, index) => bytes[index] === byte);

/** An encrypted .xlsx is an OLE file with this stream (its name in UTF-16) inside. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** 'xlsx' or 'csv'; anything else is refused with what to do instead. */
export function formatOf(name: string, bytes: Uint8Array): 'xlsx' | 'csv' {
  const ending = /\.([^./\\]*)$/.exec(name.toLowerCase())?.[1] ?? '';
  if (OLD.includes(ending)) throw new Unreadable('oldFormat', { ending });
  if (MACRO.includes(ending)) throw new Unreadable('macro', { ending });
  if (ending !== 'xlsx' && ending !== 'csv') throw new Unreadable('ending', { ending });
  if (bytes.length === 0) throw new Unreadable('empty');
  if (bytes.length > LIMITS.fileBytes)
    throw new Unreadable('tooLarge', { bytes: bytes.length, most: LIMITS.fileBytes });
  if (startsWith(bytes, OLE)) {
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(ENCRYPTED);
    throw encrypted ? new Unreadable('password') : new Unreadable('oldFormat', { ending: 'xls' });
  }
  if (startsWith(bytes, ZIP) !== (ending === 'xlsx')) throw new Unreadable('notWhatItSays', { ending });
  return ending;
}
