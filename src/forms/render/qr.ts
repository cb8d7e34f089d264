import { toBuffer } from 'qrcode';

/** A QR code as a PNG picture, black on white with its quiet border. */
export async function qrPicture(content: string): Promise<Uint8Array> {
  return new Uint8Array(
    await toBuffer(content, { type: 'png', errorCorrectionLevel: 'M', margin: 2, scale: 4 }),
  );
}
