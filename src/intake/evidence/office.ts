/** Word and Excel files: a zip that is one, whole, no bomb, without macros and without anything fetched from elsewhere. */
import { Unzip, UnzipInflate } from 'fflate';
import type { EvidenceFlag } from '../../domain/evidence/file.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { directoryOf } from './directory.ts';
import { LIMITS } from './limits.ts';

const MAIN = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml' } as const;
const MACRO = /(^|\/)(vbaproject\.bin|vbadata\.xml|activex\/|macrosheets\/|attachedtoolbars\.bin)/;
const EMBEDDED = /(^|\/)embeddings\//;
const RELATIONS = /\.rels$/;
const RELATION = /<(?:\w+:)?Relationship\b[^>]*>/g;
/** Compressed bytes at a time: a thousandfold of it may come out before the bound is looked at. */
const CHUNK = 4_096;

export function officeFlags(bytes: Uint8Array, kind: keyof typeof MAIN): readonly EvidenceFlag[] | Refusal {
  const directory = directoryOf(bytes);
  if (isRefusal(directory)) return directory;
  const names = directory.map(({ name }) => name.toLowerCase());
  const tooLarge = refuse('evidenceInflates', null, { most: LIMITS.inflatedBytes });
  if (names.length > LIMITS.parts) return refuse('evidenceParts', null, { most: LIMITS.parts });
  if (directory.reduce((sum, { size }) => sum + size, 0) > LIMITS.inflatedBytes) return tooLarge;
  if (names.some((name) => MACRO.test(name))) return refuse('evidenceMacro', null);
  if (!names.includes(MAIN[kind]) || new Set(names).size !== names.length)
    return refuse('evidenceBroken', null);
  const texts = textsIn(bytes, new Set(names));
  if (isRefusal(texts)) return texts;
  if (texts.some((text) => /macroEnabled|vbaProject/i.test(text))) return refuse('evidenceMacro', null);
  if (texts.some(fetches)) return refuse('evidenceFetches', null);
  return names.some((name) => EMBEDDED.test(name)) ? ['embedded'] : [];
}

/** A link a reader may click is harmless until clicked; a template, picture or object from elsewhere is fetched unasked. */
const fetches = (text: string) =>
  (text.match(RELATION) ?? []).some(
    (one) => /TargetMode\s*=\s*["']External["']/i.test(one) && !/\/hyperlink["']/i.test(one),
  );

/** The parts that say what belongs together. Everything is inflated, for only what really comes out counts. */
function textsIn(bytes: Uint8Array, names: ReadonlySet<string>): readonly string[] | Refusal {
  const texts: string[] = [];
  const seen = new Set<string>();
  let inflated = 0;
  let refusal: Refusal | undefined;
  const unzip = new Unzip((file) => {
    const name = file.name.toLowerCase();
    if (!names.has(name) || seen.has(name)) refusal ??= refuse('evidenceBroken', null);
    seen.add(name);
    const isRead = RELATIONS.test(name) || name === '[content_types].xml';
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      if (error !== null) refusal ??= refuse('evidenceBroken', null);
      inflated += chunk?.length ?? 0;
      if (inflated > LIMITS.inflatedBytes)
        refusal ??= refuse('evidenceInflates', null, { most: LIMITS.inflatedBytes });
      if (isRead && refusal === undefined) chunks.push(chunk);
      if (isRead && final) texts.push(Buffer.concat(chunks).toString('utf8'));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && refusal === undefined; at += CHUNK)
      unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
  } catch {
    return refuse('evidenceBroken', null);
  }
  return refusal ?? (seen.size === names.size ? texts : refuse('evidenceBroken', null));
}
