/** Pictures are drawn anew: turned upright, and with nothing of the camera, the place or a second file left in them. */
import sharp, { type Sharp } from 'sharp';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { LIMITS } from './limits.ts';

type Format = 'jpg' | 'png' | 'webp';

// One picture for each process: nothing to remember between pictures.
sharp.cache(false);

/** Refuses too many pixels by the header alone, moving pictures, and what does not draw. */
export async function redrawn(bytes: Uint8Array, format: Format): Promise<Uint8Array | Refusal> {
  try {
    const header = await sharp(bytes, { limitInputPixels: false }).metadata();
    const pixels = header.width * header.height;
    if (pixels > LIMITS.pixels)
      return refuse('evidencePixels', null, {
        width: header.width,
        height: header.height,
        most: LIMITS.pixels,
      });
    if ((header.pages ?? 1) > 1) return refuse('evidenceMoving', null);
    const picture = sharp(bytes, { limitInputPixels: LIMITS.pixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: LIMITS.side, height: LIMITS.side, fit: 'inside', withoutEnlargement: true });
    return new Uint8Array(await written(picture, format).toBuffer());
  } catch {
    return refuse('evidenceBroken', null);
  }
}

function written(picture: Sharp, format: Format): Sharp {
  if (format === 'png') return picture.png();
  return format === 'webp' ? picture.webp({ quality: 85 }) : picture.jpeg({ quality: 85 });
}
