// Files of evidence made in code: sound ones, and the parts that hostile ones are made of.
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';

/** 北京天安门, as a camera writes where it stood. */
const GPS = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 26/1', GPSLongitudeRef: 'E' } };
export const CAMERA = 'Zhang Jianguo phone 13800000000';

const plain = (width: number, height: number, background = 'red') =>
  sharp({ create: { width, height, channels: 3, background } });

export const jpeg = async (width = 40, height = 30) =>
  new Uint8Array(await plain(width, height).jpeg().toBuffer());
export const png = async (width = 40, height = 30, colour?: string) =>
  new Uint8Array(await plain(width, height, colour).png().toBuffer());
export const webp = async () => new Uint8Array(await plain(40, 30).webp().toBuffer());

/** Lying on its side, with the place and the telephone written into it. */
export async function photograph(format: 'jpeg' | 'png' | 'webp'): Promise<Uint8Array> {
  const exif = { IFD0: { Copyright: CAMERA, Make: CAMERA }, ...GPS };
  return new Uint8Array(
    await plain(40, 30).withExif(exif).withMetadata({ orientation: 6 }).toFormat(format).toBuffer(),
  );
}

/** A PNG whose header says that size, and which says nothing else true. */
export function pngSaying(width: number, height: number, real: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(real);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  view.setUint32(29, crc32(bytes.subarray(12, 29)));
  return bytes;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** The smallest PDF, with these further objects. */
export const pdf = (...objects: string[]): Uint8Array =>
  Buffer.from(
    [
      '%PDF-1.7',
      '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj',
      '2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj',
      ...objects,
      'trailer <</Root 1 0 R /Size 3>>',
      '%%EOF\n',
    ].join('\n'),
    'latin1',
  );

/** The same objects, hidden in a compressed stream. */
export const compressedObjects = (inside: string): string =>
  `9 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode>> stream\n${deflateSync(Buffer.from(inside)).toString('latin1')}\nendstream endobj`;

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const APPLICATION = 'application/vnd.openxmlformats-officedocument';

const KINDS = {
  docx: {
    main: 'word/document.xml',
    type: `${APPLICATION}.wordprocessingml.document.main+xml`,
    text: '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>',
  },
  xlsx: {
    main: 'xl/workbook.xml',
    type: `${APPLICATION}.spreadsheetml.sheet.main+xml`,
    text: '<workbook/>',
  },
} as const;

type Parts = Record<string, string | Uint8Array>;

/** The parts of a Word or Excel file, and further ones; `type` of its main part. */
export function partsOf(kind: keyof typeof KINDS, more: Parts = {}, type?: string): Parts {
  const { main, text, type: own } = KINDS[kind];
  return {
    '[Content_Types].xml': `<Types xmlns="${TYPES}"><Override PartName="/${main}" ContentType="${type ?? own}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="${main}"/></Relationships>`,
    [main]: text,
    ...more,
  };
}

export const zipped = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, one]) => [name, typeof one === 'string' ? strToU8(one) : one]),
    ),
    { level: 6 },
  );

export const office = (kind: keyof typeof KINDS, more: Parts = {}, type?: string): Uint8Array =>
  zipped(partsOf(kind, more, type));

/** Relations of a document, one of them to somewhere else. */
export const relationTo = (type: string, target: string): string =>
  `<Relationships xmlns="${RELATIONS}"><Relationship Id="r9" Type="${OFFICE}/${type}" Target="${target}" TargetMode="External"/></Relationships>`;

export const joined = (...parts: readonly (Uint8Array | string)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((one) => (typeof one === 'string' ? Buffer.from(one) : one))));
