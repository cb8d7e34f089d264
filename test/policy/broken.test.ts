/** A policy with a mistake in it: the branch is told the file, the place and what was expected there. */
import { describe, expect, test } from 'vitest';
import { assemblePolicy } from '../../src/domain/policy/assemble.ts';
import { added, finance, removed, replaced } from './finance.ts';

const problemsOf = (documents: Record<string, unknown>) => {
  const assembled = assemblePolicy(documents);
  return 'problems' in assembled ? assembled.problems : [];
};

test('the bureau’s own files have no problem', () => {
  expect(problemsOf(finance.documents)).toEqual([]);
});

const SETTINGS =
  'id、version、title、issuer、effective、periods、calendar、publicNotice、findings、total、kinds、incident、achievement、categoryFloor、discretionary、transfer、partYear、grades、disqualification、topShare、eligibility';

describe.each<[string, Record<string, unknown>, string, string, string]>([
  ['a setting is missing', removed('policy/total'), 'policy.yaml', 'total', '缺少此项，应为数字或文字'],
  [
    'a whole part is missing',
    removed('policy/grades'),
    'policy.yaml',
    'grades',
    '缺少此项，应为一组“名称: 值”',
  ],
  ['the title is missing', removed('policy/title'), 'policy.yaml', 'title', '缺少此项，应为文字'],
  ['the title is empty', replaced('policy/title', ''), 'policy.yaml', 'title', '不能为空'],
  [
    'a misspelt setting',
    replaced('policy/totall', 100),
    'policy.yaml',
    '（整个文件）',
    `不认识的项：totall；这里可以写：${SETTINGS}`,
  ],
  [
    'a misspelt part of a kind',
    replaced('policy/kinds/task/iten', 'task'),
    'policy.yaml',
    'kinds[task]',
    '不认识的项：iten；这里可以写：id、name、clause、mechanism、year、period、item',
  ],
  [
    'an unknown mechanism',
    replaced('policy/kinds/base/mechanism', 'pot'),
    'policy.yaml',
    'kinds[base].mechanism',
    '应为以下之一：pool、plan、cappedBonus',
  ],
  [
    'a mechanism is missing',
    removed('policy/kinds/base/mechanism'),
    'policy.yaml',
    'kinds[base].mechanism',
    '应为以下之一：pool、plan、cappedBonus',
  ],
  [
    'a kind without its floor',
    removed('policy/kinds/base/floor'),
    'policy.yaml',
    'kinds[base].floor',
    '缺少此项，应为以下之一：year、period',
  ],
  [
    'a floor nobody knows',
    replaced('policy/kinds/base/floor', 'month'),
    'policy.yaml',
    'kinds[base].floor',
    '应为以下之一：year、period',
  ],
  ['no kinds at all', replaced('policy/kinds', []), 'policy.yaml', 'kinds', '至少要有 1 项'],
  [
    'kinds that are no list',
    replaced('policy/kinds', 'base'),
    'policy.yaml',
    'kinds',
    '应为列表（每项以“- ”开头）',
  ],
  [
    'a negative amount',
    replaced('policy/kinds/bonus/year', -10),
    'policy.yaml',
    'kinds[bonus].year',
    '应为不带正负号、至多两位小数的分值，如 7.5',
  ],
  [
    'an amount with three decimals',
    replaced('policy/kinds/base/period', 7.505),
    'policy.yaml',
    'kinds[base].period',
    '应为不带正负号、至多两位小数的分值，如 7.5',
  ],
  [
    'an amount in words',
    replaced('bonuses/items/3.4.1-1/amount', '五分'),
    'bonuses.yaml',
    'items[3.4.1-1].amount',
    '应为不带正负号、至多两位小数的分值，如 7.5',
  ],
  [
    'an amount that is a list',
    replaced('bonuses/items/3.4.1-1/amount', [5]),
    'bonuses.yaml',
    'items[3.4.1-1].amount',
    '应为数字或文字',
  ],
  [
    'an amount is missing',
    removed('deductions/items/3.4.2-4/amount'),
    'deductions.yaml',
    'items[3.4.2-4].amount',
    '缺少此项，应为数字或文字',
  ],
  [
    'an id of a policy with blanks',
    replaced('policy/id', 'Finance Bureau'),
    'policy.yaml',
    'id',
    '应为小写字母、数字和连字符',
  ],
  [
    'a day that is none',
    replaced('policy/effective/from', '2026-02-30'),
    'policy.yaml',
    'effective.from',
    '应为 YYYY-MM-DD',
  ],
  [
    'five periods a year',
    replaced('policy/periods/count', 5),
    'policy.yaml',
    'periods.count',
    '应为能整除 12 的正整数',
  ],
  ['half a period', replaced('policy/periods/count', 4.5), 'policy.yaml', 'periods.count', '应为整数'],
  [
    'filing on the 31st',
    replaced('policy/periods/filingDay', 31),
    'policy.yaml',
    'periods.filingDay',
    '不能大于 28',
  ],
  [
    'a share of nothing',
    replaced('policy/topShare/percent', 0),
    'policy.yaml',
    'topShare.percent',
    '不能小于 1',
  ],
  [
    'a share in words',
    replaced('policy/topShare/percent', '二十'),
    'policy.yaml',
    'topShare.percent',
    '应为数字',
  ],
  [
    'a rounding nobody knows',
    replaced('policy/grades/rounding', 'up'),
    'policy.yaml',
    'grades.rounding',
    '应为以下之一：none、halfUpToWhole',
  ],
  [
    'a grade without a lower end',
    removed('policy/grades/bands/qualified/from'),
    'policy.yaml',
    'grades.bands[qualified].from',
    '缺少此项，应为数字或文字',
  ],
  [
    'a clause with neither title nor text',
    added('clauses', { id: '9' }),
    'clauses.yaml',
    '[9]',
    '应有 title（标题）或 text（条文）',
  ],
  [
    'a clause whose id became a number',
    added('clauses', { id: 3.1, text: '文' }),
    'clauses.yaml',
    '[第37项].id',
    '应为文字',
  ],
  [
    'something nobody knows to be required',
    added('deductions/requires', 'photo'),
    'deductions.yaml',
    'requires[第4项]',
    '应为以下之一：reason、evidence、supplier',
  ],
  [
    'a category without indicators',
    replaced('base-items/categories/A2.1/indicators', []),
    'base-items.yaml',
    'categories[A2.1].indicators',
    '至少要有 1 项',
  ],
  [
    'a category without a discretionary line',
    removed('base-items/categories/A2.1/discretionary'),
    'base-items.yaml',
    'categories[A2.1].discretionary',
    '缺少此项，应为一组“名称: 值”',
  ],
  [
    'an item without words',
    replaced('disqualifiers/items/3.4.3-1/text', ''),
    'disqualifiers.yaml',
    'items[3.4.3-1].text',
    '不能为空',
  ],
  [
    'a step without a role',
    replaced('procedure/appraisal/roles', []),
    'procedure.yaml',
    '[appraisal].roles',
    '至少要有 1 项',
  ],
  [
    'a cadence nobody knows',
    replaced('procedure/appraisal/cadence', 'month'),
    'procedure.yaml',
    '[appraisal].cadence',
    '应为以下之一：year、quarter、anytime',
  ],
  [
    'a step with a Chinese id',
    replaced('procedure/appraisal/id', '评议'),
    'procedure.yaml',
    '[评议].id',
    '应为英文步骤名',
  ],
  [
    'a reading without an answer',
    removed('readings/G7/reading'),
    'readings.yaml',
    '[G7].reading',
    '缺少此项，应为文字',
  ],
  [
    'a reading whose id is none',
    replaced('readings/G7/id', '七'),
    'readings.yaml',
    '[七].id',
    '应为 G 加数字',
  ],
  [
    'an alternative nobody listed is chosen',
    replaced('readings/G7/chosen', 'month'),
    'readings.yaml',
    '[G7].chosen',
    '应为 G7 所列的备选之一（period）',
  ],
  [
    'an alternative is chosen where there is none',
    replaced('readings/G5/chosen', 'quota'),
    'readings.yaml',
    '[G5].chosen',
    '应为 G5 所列的备选之一（无）',
  ],
  ['a file is missing', removed('bonuses'), 'bonuses.yaml', '（整个文件）', '缺少此项，应为一组“名称: 值”'],
  [
    'a file is empty',
    replaced('procedure', null),
    'procedure.yaml',
    '（整个文件）',
    '应为列表（每项以“- ”开头）',
  ],
])('%s', (_what, documents, file, path, expected) => {
  test('is named with file, place and what was expected', () => {
    expect(problemsOf(documents)).toEqual([{ file, path, expected }]);
  });
});
