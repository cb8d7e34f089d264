import { describe, expect, test } from 'vitest';
import { safeName } from '../../src/domain/fileName.ts';
import { openNames } from '../../src/forms/fileName.ts';
import { whichPapers, yearPaper, yearPapers } from '../../src/forms/yearPapers.ts';
import { 吴㙦, 张建国, 郑𠮷 } from '../cast.ts';
import { branchOf, named } from './branch.ts';

describe('the papers of a year', () => {
  test('one summary a quarter, one for the year, one record a member, under Chinese names', () => {
    const branch = branchOf({ people: [{ person: 张建国 }, { person: 郑𠮷 }, { person: 吴㙦 }] });
    expect(yearPapers(branch).map(({ fileName }) => fileName)).toEqual([
      '季度党员积分汇总一览表-2026-第一季度.xlsx',
      '季度党员积分汇总一览表-2026-第二季度.xlsx',
      '季度党员积分汇总一览表-2026-第三季度.xlsx',
      '季度党员积分汇总一览表-2026-第四季度.xlsx',
      '年度党员积分汇总及评定格次表-2026.xlsx',
      '党员积分管理记录表/001-张建国.xlsx',
      '党员积分管理记录表/010-郑𠮷.xlsx',
      '党员积分管理记录表/009-吴㙦.xlsx',
    ]);
  });

  test('a paper asked for by itself is the one among all', () => {
    const branch = branchOf({ people: [{ person: named('1', '李/梅') }, { person: named('1', '李:梅') }] });
    expect(whichPapers(branch).map((which) => yearPaper(branch, which))).toEqual(yearPapers(branch));
    expect(yearPaper(branch, { form: 'pointsRecord', member: 'nobody' })).toBeUndefined();
    expect(yearPaper(branch, { form: 'periodSummary', period: 5 })).toBeUndefined();
    expect(yearPaper(branch, { form: 'periodSummary', period: 0 })).toBeUndefined();
  });

  test('two members never share a file', () => {
    const take = openNames();
    expect(['1-李/梅', '1-李:梅', '1-李_梅', 'A-a', 'a-A', 'A-a-2'].map(take)).toEqual([
      '1-李_梅',
      '1-李_梅-2',
      '1-李_梅-3',
      'A-a',
      'a-A-2',
      'A-a-2-2',
    ]);
  });
});

describe('a safe file name', () => {
  test.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['..', '_'],
    ['a\\b/c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j'],
    ['张建国. . ', '张建国'],
    ['a\u0000b\u202ec\ud800d', 'a_b_c\ufffdd'],
    ['CON', '_CON'],
    ['con.1-李', '_con.1-李'],
    ['lpt¹', '_lpt¹'],
    ['CONRAD', 'CONRAD'],
    ['𠮷䶮㙦', '𠮷䶮㙦'],
    [' ', '_'],
  ])('%j becomes %j', (wanted, safe) => {
    expect(safeName(wanted)).toBe(safe);
  });

  test('a name of a thousand characters still fits every file system, whole characters only', () => {
    const name = safeName('𠮷'.repeat(1000));
    expect(new TextEncoder().encode(`${name}-99.xlsx`).length).toBeLessThanOrEqual(255);
    expect(name).toMatch(/^𠮷+$/u);
  });
});
