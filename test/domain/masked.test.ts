import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskedName } from '../../src/domain/member/masked.ts';

test.each([
  ['张建国', '张*国'],
  ['李梅', '李*'],
  ['欧阳建国', '欧**国'],
  ['郑𠮷', '郑*'],
  ['𠮷田㙦', '𠮷*㙦'],
  ['葛\u{E0100}建国', '葛\u{E0100}*国'],
  ['阿依古丽·买买提', '阿******提'],
  ['梅', '*'],
  ['', ''],
])('%s → %s', (name, masked) => {
  expect(maskedName(name)).toBe(masked);
});

test('the length stays, nothing inside is left, and no character is cut in half', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom<string>('张', '李', '欧', '阳', '𠮷', '㙦', '·'), {
        minLength: 1,
        maxLength: 12,
      }),
      (name) => {
        const masked = Array.from(maskedName(name.join('')));
        expect(masked).toHaveLength(name.length);
        expect(masked.slice(1, -1).every((one) => one === '*')).toBe(true);
        expect(masked.every((one) => one === '*' || name.includes(one))).toBe(true);
        expect(masked).toContain('*');
      },
    ),
  );
});
