/** hucre stretches a picture over whole cells; a QR code must stay square, so its anchor is given a size instead. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const DRAWING = 'xl/drawings/drawing1.xml';
const EMU_PER_PIXEL = 9525;
const INSET = 4 * EMU_PER_PIXEL;

/** The workbook with its one picture `pixels` wide and high, a little inside its cell. */
export function squarePicture(workbook: Uint8Array, pixels: number): Uint8Array {
  const files = unzipSync(workbook);
  const drawing = files[DRAWING];
  if (drawing === undefined) throw new Error(`no ${DRAWING} in the workbook`);
  const side = pixels * EMU_PER_PIXEL;
  const sized = strFromU8(drawing)
    .replaceAll('xdr:twoCellAnchor', 'xdr:oneCellAnchor')
    .replace(/<xdr:to>.*?<\/xdr:to>/s, `<xdr:ext cx="${side}" cy="${side}"/>`)
    .replace(/<xdr:(col|row)Off>0</g, `<xdr:$1Off>${INSET}<`);
  return zipSync({ ...files, [DRAWING]: strToU8(sized) });
}
