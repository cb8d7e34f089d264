// What somebody might hand in with bad intent, or by mistake: made in code, one line each, with what is answered.
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import {
  compressedObjects,
  jpeg,
  joined,
  office,
  partsOf,
  pdf,
  png,
  pngSaying,
  relationTo,
  webp,
  zipped,
} from './made.ts';

const MEGABYTE = 1_000_000;
const HTML = '<!doctype html><script>alert(1)</script>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR'}-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;

type Make = () => Uint8Array | Promise<Uint8Array>;
const text =
  (content: string): Make =>
  () =>
    strToU8(content);
const bytes =
  (...all: number[]): Make =>
  () =>
    Uint8Array.from([...all, ...Array<number>(64).fill(0)]);
const action = (what: string) => () => pdf(`8 0 obj <</Type /Action /S ${what}>> endobj`);
const gif = () => joined('GIF89a', Uint8Array.from([1, 0, 1, 0, 0, 0, 0, 0x3b]), HTML);

/** Kept with a warning: what it is, how it is made, the warning. */
export const FLAGGED: readonly (readonly [string, Make, string])[] = [
  ['a PDF with JavaScript', action('/JavaScript /JS (app.alert(1))'), 'script'],
  ['a PDF with JavaScript spelled in figures', action('/J#61vaScript /J#53 (app.alert(1))'), 'script'],
  [
    'a PDF with JavaScript in compressed objects',
    () => pdf(compressedObjects('<</S /JavaScript>>')),
    'script',
  ],
  [
    'a PDF whose compressed objects are named in figures',
    () => pdf(compressedObjects('<</S /JavaScript>>').replace('/ObjStm', '/Obj#53tm')),
    'script',
  ],
  ['a PDF with a form in XFA', action('/None /XFA 5 0 R'), 'script'],
  ['a PDF that starts a program', action('/Launch /F (cmd.exe)'), 'launch'],
  ['a PDF that sends a form', action('/SubmitForm /F (http://x.example)'), 'launch'],
  ['a PDF that opens another file', action('/GoToE /T 5 0 R'), 'launch'],
  ['a PDF with a file inside', action('/None /EmbeddedFiles 5 0 R'), 'embedded'],
  ['a PDF with a film inside', action('/None /Subtype /RichMedia'), 'embedded'],
  ['an encrypted PDF', () => pdf('7 0 obj <<>> endobj', 'trailer <</Encrypt 7 0 R>>'), 'unread'],
  [
    'a PDF whose compressed objects are a bomb',
    () => pdf(compressedObjects('a'.repeat(45 * MEGABYTE))),
    'unread',
  ],
  [
    'a PDF whose compressed objects are broken',
    () => pdf('9 0 obj <</Type/ObjStm>> stream\nno\nendstream'),
    'unread',
  ],
  [
    'a Word file with a file inside',
    () => office('docx', { 'word/embeddings/oleObject1.bin': EICAR }),
    'embedded',
  ],
];

const lying = () => {
  const bomb = zipSync(
    { ...asBytes(partsOf('docx')), 'word/a.xml': new Uint8Array(120 * MEGABYTE) },
    { level: 1 },
  );
  const view = new DataView(bomb.buffer, bomb.byteOffset);
  for (let at = 0; at < bomb.length - 46; at += 1) {
    const signature = view.getUint32(at, true);
    const size = signature === 0x04034b50 ? at + 22 : signature === 0x02014b50 ? at + 24 : undefined;
    if (size !== undefined && view.getUint32(size, true) === 120 * MEGABYTE) view.setUint32(size, 10, true);
  }
  return bomb;
};

const asBytes = (parts: Record<string, string | Uint8Array>) =>
  Object.fromEntries(
    Object.entries(parts).map(([name, one]) => [name, typeof one === 'string' ? strToU8(one) : one]),
  );

/** A part that the directory does not name, put before the directory. */
function smuggled(): Uint8Array {
  const sound = office('docx');
  const view = new DataView(sound.buffer, sound.byteOffset);
  const end = sound.length - 22;
  const start = view.getUint32(end + 16, true);
  const extra = zipSync({ 'evil.exe': strToU8('MZ') }, { level: 0 });
  const local = extra.subarray(0, new DataView(extra.buffer).getUint32(extra.length - 6, true));
  const made = joined(sound.subarray(0, start), local, sound.subarray(start));
  new DataView(made.buffer).setUint32(made.length - 6, start + local.length, true);
  return made;
}

function encrypted(): Uint8Array {
  const made = Uint8Array.from(office('docx'));
  const view = new DataView(made.buffer);
  const start = view.getUint32(made.length - 6, true);
  view.setUint16(start + 8, 1, true);
  return made;
}

const withComment = () => {
  const made = joined(office('docx'), HTML);
  new DataView(made.buffer).setUint16(made.length - HTML.length - 2, HTML.length, true);
  return made;
};

const many = () =>
  zipped({
    ...partsOf('docx'),
    ...Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`w/${n}`, ''])),
  });

async function moving(): Promise<Uint8Array> {
  const frames = await Promise.all([png(40, 30, 'red'), png(40, 30, 'blue')]);
  const joint = sharp(
    frames.map((one) => Buffer.from(one)),
    { join: { animated: true } },
  );
  return new Uint8Array(await joint.webp().toBuffer());
}

/** Refused: what it is, how it is made, the code it is refused with. */
export const REFUSED: readonly (readonly [string, Make, string])[] = [
  ['a web page', text(HTML), 'evidenceKind'],
  ['a web page behind blanks', text(`${' '.repeat(2_000)}${HTML}`), 'evidenceKind'],
  ['a drawing that is a program', text(SVG), 'evidenceKind'],
  ['a drawing with its XML head', text(`<?xml version="1.0"?>${SVG}`), 'evidenceKind'],
  ['XML with entities', text('<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a>&c;</a>'), 'evidenceKind'],
  ['the test virus as text', text(EICAR), 'evidenceKind'],
  ['the test virus in a zip', () => zipped({ 'eicar.com': EICAR }), 'evidenceKind'],
  ['plain text', text('张建国的证书'), 'evidenceKind'],
  ['a script of the shell', text('#!/bin/sh\nrm -rf /'), 'evidenceKind'],
  ['a batch file', text('@echo off\r\ndel /q c:\\'), 'evidenceKind'],
  ['PHP', text('<?php system($_GET[0]);'), 'evidenceKind'],
  ['PHP behind the magic of a picture', () => joined('GIF89a', '<?php system($_GET[0]);'), 'evidenceKind'],
  ['a rich text file', text('{\\rtf1\\ansi{\\object\\objdata 0105}}'), 'evidenceKind'],
  ['a saved web archive', text('MIME-Version: 1.0\r\nContent-Type: multipart/related'), 'evidenceKind'],
  ['a shortcut of Windows', bytes(0x4c, 0, 0, 0, 1, 0x14, 2, 0), 'evidenceKind'],
  ['a program of Windows', bytes(0x4d, 0x5a, 0x90, 0), 'evidenceKind'],
  ['a program of Linux', bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1), 'evidenceKind'],
  ['a Java class', bytes(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52), 'evidenceKind'],
  ['WebAssembly', bytes(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0), 'evidenceKind'],
  ['a gzip', bytes(0x1f, 0x8b, 8, 0), 'evidenceKind'],
  ['a RAR', bytes(0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0), 'evidenceKind'],
  ['a 7-Zip', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'evidenceKind'],
  ['a cabinet', bytes(0x4d, 0x53, 0x43, 0x46, 0, 0, 0, 0), 'evidenceKind'],
  ['a database', text('SQLite format 3\0'), 'evidenceKind'],
  ['a TIFF', bytes(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0), 'evidenceKind'],
  ['a bitmap', bytes(0x42, 0x4d, 58, 0, 0, 0), 'evidenceKind'],
  ['an icon', bytes(0, 0, 1, 0, 1, 0), 'evidenceKind'],
  ['a GIF that is a page', gif, 'evidenceKind'],
  ['PostScript', text('%!PS-Adobe-3.0\n(r) file'), 'evidenceKind'],
  ['nothing but zeros', () => new Uint8Array(4_096), 'evidenceKind'],
  ['one byte', bytes(0x25), 'evidenceKind'],
  ['a PDF behind a page', () => joined(HTML, pdf()), 'evidenceKind'],
  ['a zip of anything', () => zipped({ 'a.txt': 'a' }), 'evidenceKind'],
  ['a Java archive', () => zipped({ 'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0' }), 'evidenceKind'],
  ['an old Word file', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'evidenceOldOffice'],
  [
    'a picture of an iPhone',
    () => joined(Uint8Array.from([0, 0, 0, 24]), 'ftypheic\0\0\0\0mif1heic'),
    'evidenceHeic',
  ],
  ['a PDF without an end', () => strToU8('%PDF-1.7\n1 0 obj <<>> endobj'), 'evidenceBroken'],
  ['a PDF with a page behind it', () => joined(pdf(), HTML), 'evidenceBehind'],
  ['a PDF with a zip behind it', () => joined(pdf(), zipped({ 'a.exe': 'MZ' })), 'evidenceBehind'],
  [
    'the magic of a PNG and a page',
    () => joined(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), HTML),
    'evidenceKind',
  ],
  [
    'the magic of a JPEG and a page',
    () => joined(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), HTML),
    'evidenceBroken',
  ],
  ['the magic of a WebP and a page', () => joined('RIFF\x20\0\0\0WEBPVP8 ', HTML), 'evidenceBroken'],
  ['half a JPEG', async () => (await jpeg(900, 900)).subarray(0, 500), 'evidenceBroken'],
  ['half a PNG', async () => (await png(900, 900)).subarray(0, 100), 'evidenceBroken'],
  ['half a WebP', async () => (await webp()).subarray(0, 40), 'evidenceBroken'],
  ['a PNG that says 50,000 × 50,000', async () => pngSaying(50_000, 50_000, await png()), 'evidencePixels'],
  [
    'a PNG that says a sheet without end',
    async () => pngSaying(1, 2 ** 31 - 1, await png()),
    'evidenceBroken',
  ],
  ['a PNG smaller than it says', async () => pngSaying(5_000, 5_000, await png()), 'evidenceBroken'],
  ['a moving picture', moving, 'evidenceMoving'],
  ['a Word file with macros', () => office('docx', { 'word/vbaProject.bin': 'VBA' }), 'evidenceMacro'],
  ['the same in capitals', () => office('docx', { 'word/VBAPROJECT.BIN': 'VBA' }), 'evidenceMacro'],
  ['an Excel file with macros', () => office('xlsx', { 'xl/vbaProject.bin': 'VBA' }), 'evidenceMacro'],
  [
    'an Excel file with old macros',
    () => office('xlsx', { 'xl/macrosheets/sheet1.xml': '<a/>' }),
    'evidenceMacro',
  ],
  ['a Word file with controls', () => office('docx', { 'word/activeX/activeX1.bin': 'a' }), 'evidenceMacro'],
  [
    'a .docm under another name',
    () => office('docx', {}, 'application/vnd.ms-word.document.macroEnabled.main+xml'),
    'evidenceMacro',
  ],
  [
    'a .xlsm under another name',
    () => office('xlsx', {}, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
    'evidenceMacro',
  ],
  [
    'a Word file with a template from elsewhere',
    () =>
      office('docx', {
        'word/_rels/settings.xml.rels': relationTo('attachedTemplate', 'http://x.example/a.dotm'),
      }),
    'evidenceFetches',
  ],
  [
    'a Word file with a picture from elsewhere',
    () => office('docx', { 'word/_rels/document.xml.rels': relationTo('image', 'file://10.0.0.1/a.png') }),
    'evidenceFetches',
  ],
  [
    'an Excel file that reads another',
    () => office('xlsx', { 'xl/externalLinks/_rels/e1.xml.rels': relationTo('externalLinkPath', 'a.xlsx') }),
    'evidenceFetches',
  ],
  [
    'a bomb',
    () =>
      zipSync({ ...asBytes(partsOf('docx')), 'word/a.xml': new Uint8Array(120 * MEGABYTE) }, { level: 1 }),
    'evidenceInflates',
  ],
  ['a bomb whose headers lie', lying, 'evidenceInflates'],
  ['a Word file of 5,000 parts', many, 'evidenceParts'],
  ['a Word file with a part nobody names', smuggled, 'evidenceBroken'],
  ['a Word file with a page behind it', () => joined(office('docx'), HTML), 'evidenceBehind'],
  ['a Word file with a page as its comment', withComment, 'evidenceBehind'],
  ['half a Word file', () => office('docx').subarray(0, 400), 'evidenceBehind'],
  ['a Word file with a password on a part', encrypted, 'evidencePassword'],
];
