/**
 * The parts of a workbook's zip, inflated under a bound. The directory is read first and nothing of it is believed: what
 * counts is what really comes out. The parts go into a fresh, stored zip, so that the parser can only see what was checked here.
 */
import { Unzip, UnzipInflate, unzipSync, zipSync } from 'fflate';
import { Unreadable } from './fault.ts';
import { LIMITS } from './limits.ts';

/** Folders of a workbook that hold no cell: pictures, charts, comments, printer settings, embedded files and the like. */
const WITHOUT_CELLS =
  /(^|\/)(media|drawings|charts|theme|printersettings|embeddings|customxml|docprops|activex|ctrlprops|comments|threadedcomments|persons|slicers|slicercaches|timelines|timelinecaches|pivottables|pivotcache|tables|querytables|diagrams|webextensions|worksheets\/_rels)\//;
const READ = /\.(xml|rels)$/;
/** Compressed bytes at a time: a thousandfold of it may come out before the bound is looked at. */
const CHUNK = 4_096;

export type Parts = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

export function partsOf(bytes: Uint8Array): Parts {
  checkDirectory(bytes);
  const parts = new Map<string, Uint8Array<ArrayBuffer>>();
  const seen = new Set<string>();
  let inflated = 0;
  const unzip = new Unzip((file) => {
    const name = file.name.toLowerCase();
    if (seen.has(name)) throw new Unreadable('broken', { part: file.name });
    seen.add(name);
    if (seen.size > LIMITS.parts) throw new Unreadable('tooManyParts', { most: LIMITS.parts });
    if (!READ.test(name) || WITHOUT_CELLS.test(name)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      if (error !== null) throw new Unreadable('broken', { part: file.name });
      inflated += chunk.length;
      if (inflated > LIMITS.inflatedBytes)
        throw new Unreadable('inflatesTooFar', { most: LIMITS.inflatedBytes });
      chunks.push(chunk);
      if (final) parts.set(file.name, Buffer.concat(chunks));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += CHUNK)
    unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
  return parts;
}

/** Refuses on the directory's own word already, before anything is inflated; and what must not be there at all. */
function checkDirectory(bytes: Uint8Array): void {
  let parts = 0;
  let declared = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const lower = name.toLowerCase();
        parts += 1;
        if (parts > LIMITS.parts) throw new Unreadable('tooManyParts', { most: LIMITS.parts });
        if (lower.endsWith('vbaproject.bin') || lower.includes('/macrosheets/'))
          throw new Unreadable('macro', { ending: 'xlsx' });
        if (lower.includes('externallinks/')) throw new Unreadable('externalLinks');
        if (READ.test(lower) && !WITHOUT_CELLS.test(lower)) declared += originalSize;
        if (declared > LIMITS.inflatedBytes)
          throw new Unreadable('inflatesTooFar', { most: LIMITS.inflatedBytes });
        return false;
      },
    });
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('broken', {});
  }
  if (parts === 0) throw new Unreadable('broken', {});
}

export const zipOf = (parts: Parts): Uint8Array => zipSync(Object.fromEntries(parts), { level: 0 });
