/** What of a PDF a reader should know before opening it. Nothing is taken out: a signed or stamped paper stays as it was issued. */
import { inflateSync } from 'node:zlib';
import type { EvidenceFlag } from '../../domain/evidence/file.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { LIMITS } from './limits.ts';

const SIGNS: readonly (readonly [EvidenceFlag, RegExp])[] = [
  ['script', /\/(JavaScript|JS|XFA)(?![A-Za-z0-9])/],
  ['launch', /\/(Launch|ImportData|SubmitForm|GoToR|GoToE)(?![A-Za-z0-9])/],
  ['embedded', /\/(EmbeddedFiles?|RichMedia|3D|Movie|Sound)(?![A-Za-z0-9])/],
  ['unread', /\/Encrypt(?![A-Za-z0-9])/],
];
/** Behind the last mark of its end nothing may follow but blanks and padding: a second file would. */
const END = /%%EOF[\s\0]*$/;
const TAIL = 65_536;
const OBJECTS = /\/Type\s*\/ObjStm/;
/** Of a stream's dictionary, before the word itself. */
const DICTIONARY = 2_000;

/** The bytes have begun with %PDF- already. Refuses one without an end, or with something behind it. */
export function pdfFlags(bytes: Uint8Array): readonly EvidenceFlag[] | Refusal {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = buffer.toString('latin1');
  if (!text.includes('%%EOF')) return refuse('evidenceBroken', null);
  if (!END.test(text.slice(-TAIL))) return refuse('evidenceBehind', null);
  const { inside, unread } = objectTexts(buffer, text);
  const all = [text, ...inside].map(unescaped);
  const found = SIGNS.filter(([, sign]) => all.some((one) => sign.test(one))).map(([flag]) => flag);
  return [...new Set<EvidenceFlag>(unread ? [...found, 'unread'] : found)];
}

/** Names may be written /J#61vaScript. */
const unescaped = (text: string) =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Objects may lie compressed inside streams; pictures and fonts are left alone. */
function objectTexts(buffer: Buffer, text: string) {
  const inside: string[] = [];
  let left: number = LIMITS.objectBytes;
  let unread = false;
  for (let at = text.indexOf('stream'); at >= 0; at = text.indexOf('stream', at + 6)) {
    if (text.slice(at - 3, at) === 'end') continue;
    const before = unescaped(text.slice(Math.max(0, at - DICTIONARY), at));
    const dictionary = before.slice(before.lastIndexOf(' obj'));
    if (!OBJECTS.test(dictionary)) continue;
    const start = at + 6 + (text[at + 6] === '\r' ? 2 : 1);
    try {
      const objects = inflateSync(buffer.subarray(start), { maxOutputLength: Math.max(1, left) });
      left -= objects.length;
      inside.push(objects.toString('latin1'));
    } catch {
      unread = true;
    }
  }
  return { inside, unread };
}
