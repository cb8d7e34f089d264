// The name a file is saved under: whole for every browser of today, and no name can say more than a name (RFC 6266, RFC 8187).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attachmentNamed } from '../../src/server/attachment.ts';

const FORM =
  /^attachment; filename="(evidence(?:\.[a-z]+)?)"; filename\*=UTF-8''((?:%[0-9A-F]{2}|[A-Za-z0-9!#$&+.^_`|~-])+)$/;

test.each([
  '郑𠮷的证书.png',
  `O'Brien (1)*.pdf`,
  'a"; filename="b.html',
  'a\r\nset-cookie: b=c.pdf',
  '\u202egnp.exe.pdf',
  '100%.xlsx',
])('%j', (name) => {
  const [, plain = '', encoded = ''] = FORM.exec(attachmentNamed(name, 'evidence')) ?? [];
  expect(decodeURIComponent(encoded)).toBe(name);
  expect(plain).toBe(`evidence${name.slice(name.lastIndexOf('.')).match(/^\.[a-z]+$/)?.[0] ?? ''}`);
});

test('any text at all, broken letters too', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.string({ unit: 'grapheme' }),
      (name, more) => {
        const [, , encoded = ''] = FORM.exec(attachmentNamed(name + more, 'evidence')) ?? [];
        expect(decodeURIComponent(encoded)).toBe((name + more).toWellFormed());
      },
    ),
  );
  expect(attachmentNamed('\ud800.pdf', 'evidence')).toContain('%EF%BF%BD.pdf');
});
