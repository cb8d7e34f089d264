// 依据材料 coming in: what is kept, what is taken out of it, what is refused and in what words. Promises I6, I7, I8.
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { keptName } from '../../../src/domain/evidence/file.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { examine } from '../../../src/intake/evidence/examine.ts';
import { takeEvidence } from '../../../src/intake/evidence/takeEvidence.ts';
import { openTurns } from '../../../src/intake/evidence/turns.ts';
import { refusalSentence } from '../../../src/service/views/refusalWords.ts';
import { FLAGGED, REFUSED } from './hostile.ts';
import { CAMERA, jpeg, office, pdf, photograph, png, pngSaying, webp } from './made.ts';

const sound = {
  'a PDF': [() => pdf(), 'pdf'],
  'a photograph': [jpeg, 'jpg'],
  'a PNG': [png, 'png'],
  'a WebP': [webp, 'webp'],
  'a Word file': [() => office('docx'), 'docx'],
  'an Excel file': [() => office('xlsx'), 'xlsx'],
} as const;

describe('what is sound is kept', () => {
  test.each(Object.entries(sound))('%s', async (_, [make, kind]) => {
    const bytes = await make();
    const kept = await examine(bytes);
    expect(kept).toMatchObject({ kind, flags: [] });
    // a paper stays byte for byte what was issued; a picture is drawn anew
    if (kind === 'pdf' || kind === 'docx' || kind === 'xlsx') expect(kept).toMatchObject({ bytes });
  });

  test('a link that is clicked is no file fetched', async () => {
    const links =
      '<Relationships><Relationship Type="http://x/relationships/hyperlink" Target="http://x" TargetMode="External"/></Relationships>';
    expect(await examine(office('docx', { 'word/_rels/document.xml.rels': links }))).toMatchObject({
      kind: 'docx',
    });
  });

  test('an Excel file of another maker', async () => {
    const { byExcelJs } = await import('../workbook.ts');
    expect(await examine(await byExcelJs([['编号', '姓名']]))).toMatchObject({ kind: 'xlsx', flags: [] });
  });
});

describe.each(['jpeg', 'png', 'webp'] as const)('a photograph as %s', (format) => {
  test('keeps nothing of the camera and the place, and stands upright', async () => {
    const taken = await photograph(format);
    const before = await sharp(taken).metadata();
    expect(Buffer.from(taken).includes(CAMERA)).toBe(true);
    expect(before).toMatchObject({ width: 40, height: 30, orientation: 6 });

    const kept = await examine(taken);

    if (isRefusal(kept)) throw new Error(kept.code);
    const bytes = Buffer.from(kept.bytes);
    for (const trace of [CAMERA, 'Exif', 'eXIf', 'EXIF', 'GPS', 'http://ns.adobe.com'])
      expect(bytes.includes(trace)).toBe(false);
    const after = await sharp(bytes).metadata();
    expect(after).toMatchObject({ width: 30, height: 40 });
    expect([after.exif, after.xmp, after.iptc, after.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test('a page hidden behind a picture is gone from what is kept', async () => {
  const kept = await examine(Buffer.concat([await jpeg(), Buffer.from('<script>alert(1)</script>')]));
  if (isRefusal(kept)) throw new Error(kept.code);
  expect(Buffer.from(kept.bytes).includes('<script>')).toBe(false);
});

test.each(FLAGGED)('%s is kept, and its reader warned', async (_, make, flag) => {
  const kept = await examine(await make());
  expect(isRefusal(kept) ? kept.code : kept.flags).toContain(flag);
});

test.each(REFUSED)('%s is refused in a sentence', async (_, make, code) => {
  const answer = await examine(await make());
  expect(isRefusal(answer) ? answer.code : answer.kind).toBe(code);
  if (isRefusal(answer)) expect(refusalSentence(answer)).toMatch(/没有保存。.*请.*。$/);
});

test('there are more than sixty of them', () => {
  expect(REFUSED.length + FLAGGED.length).toBeGreaterThan(60);
});

describe('the name it is kept under', () => {
  test.each([
    ['证书.JPG', 'jpg', '证书.jpg'],
    ['证书.pdf.exe', 'pdf', '证书.pdf'],
    ['微信图片_20260331.jpg', 'webp', '微信图片_20260331.webp'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['C:\\Users\\李梅\\桌面\\通报.docx', 'docx', '通报.docx'],
    ['a\0.pdf', 'pdf', 'a_.pdf'],
    ['\u202Egpj.exe', 'png', '_gpj.png'],
    ['invoice\u202Efdp.exe', 'pdf', 'invoice_fdp.pdf'],
    ['CON.pdf', 'pdf', '_CON.pdf'],
    ['"; rm -rf "', 'pdf', '_; rm -rf _.pdf'],
    ['<img src=x onerror=alert(1)>.png', 'png', '_img src=x onerror=alert(1)_.png'],
    ['', 'pdf', '未命名.pdf'],
    ['...', 'pdf', '未命名.pdf'],
    ['\uD800', 'pdf', '\uFFFD.pdf'],
    ['郑𠮷的证书.png', 'png', '郑𠮷的证书.png'],
    ['财办〔2026〕3号 2026.3.31 通报.pdf', 'pdf', '财办〔2026〕3号 2026.3.31 通报.pdf'],
  ] as const)('%j', (given, kind, kept) => {
    expect(keptName(given, kind)).toBe(kept);
  });

  test('stays short enough for every system', () => {
    expect(Buffer.byteLength(keptName('吴'.repeat(3_000), 'pdf'))).toBeLessThan(255);
  });
});

describe('beside the server', () => {
  test('a bomb is refused in a moment while the server goes on answering', async () => {
    const bomb = REFUSED.find(([name]) => name === 'a bomb whose headers lie');
    const bytes = await (bomb?.[1] ?? jpeg)();
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const memory = process.memoryUsage.rss();
    const began = performance.now();
    const answer = await takeEvidence('炸弹.docx', bytes);
    clearInterval(beat);
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(answer).toMatchObject({ code: 'evidenceInflates', params: { file: '炸弹.docx' } });
    expect(longest).toBeLessThan(500);
    expect(process.memoryUsage.rss() - memory).toBeLessThan(150_000_000);
  });

  test('2,500 million pixels are refused by the header', async () => {
    const answer = await takeEvidence('大.png', pngSaying(50_000, 50_000, await png()));
    if (!isRefusal(answer)) throw new Error('taken');
    expect(refusalSentence(answer)).toBe(
      '“大.png”有 50000×50000 像素，太大，没有保存。应不超过 60 百万像素，请缩小后再上传。',
    );
  });

  test('a photograph is kept under its true name', async () => {
    const taken = await takeEvidence('IMG_1.HEIC.png', await photograph('jpeg'));
    expect(taken).toMatchObject({ name: 'IMG_1.jpg', kind: 'jpg', flags: [] });
  });

  test('what is not wanted here, nothing, and too much are refused', async () => {
    const code = async (bytes: Uint8Array, kinds?: readonly ('jpg' | 'pdf')[]) =>
      (await takeEvidence('a.pdf', bytes, kinds)) as { code: string };
    expect(await code(office('docx'), ['jpg', 'pdf'])).toMatchObject({ code: 'evidenceKind' });
    expect(await code(new Uint8Array())).toMatchObject({ code: 'evidenceEmpty' });
    expect(await code(new Uint8Array(20_000_001))).toMatchObject({ code: 'evidenceTooLarge' });
  });

  test('two at a time, the others wait their turn, and beyond that it is said', async () => {
    const inTurn = openTurns(2, 1);
    const gates = Array.from({ length: 3 }, () => Promise.withResolvers<number>());
    const works = gates.map(({ promise }) => inTurn(() => promise));
    expect(await inTurn(() => Promise.resolve(9))).toBeUndefined();
    gates.forEach(({ resolve }, index) => resolve(index));
    expect(await Promise.all(works)).toEqual([0, 1, 2]);
    expect(await inTurn(() => Promise.resolve(9))).toBe(9);
  });
});
