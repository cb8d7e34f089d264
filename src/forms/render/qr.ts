import { toBuffer } from 'qrcode';

/** All papers of one head carry the same code: the one drawn last is kept. */
let drawn: { readonly content: string; readonly picture: Promise<Uint8Array> } | undefined;

/** A QR code as a PNG picture, black on white with its quiet border. */
export function qrPicture(content: string): Promise<Uint8Array> {
  if (drawn?.content !== content) drawn = { content, picture: draw(content) };
  return drawn.picture;
}

const draw = async (content: string): Promise<Uint8Array> =>
  new Uint8Array(await toBuffer(content, { type: 'png', errorCorrectionLevel: 'M', margin: 2, scale: 4 }));
