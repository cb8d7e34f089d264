import { describe, expect, test } from 'vitest';
import { problemText } from '../../../src/service/yearFiles/problem.ts';
import {
  fits,
  headersOf,
  missingTargets,
  proposeMapping,
  readMapped,
  rememberedOf,
} from '../../../src/service/yearFiles/rosterMapping.ts';
import { number } from './badRow.ts';
import { tableOfLines } from './branch.ts';

const line = (more: Record<string, string>) => ({
  工号: '001',
  名字: '张建国',
  政治面貌: '中共党员',
  '入党时间（年月日）': '2010.7.1',
  转入时间: '2015/7/1',
  所在党小组: '第一党小组',
  '岗位/职务': '局长',
  分管领导: '赵敏',
  工作领域: '财政',
  手机: '不读',
  ...more,
});

describe('a roster whose columns have names of their own', () => {
  test('known names and synonyms are proposed; what has no meaning here is not read', () => {
    const headers = headersOf(tableOfLines('党员花名册.xlsx', [line({})]));
    const mapping = proposeMapping(headers, []);
    expect(mapping).toEqual([
      '编号',
      '姓名',
      '类型',
      '入党日期',
      '加入日期',
      '党小组',
      '职务',
      '分管领导',
      '工作领域',
      null,
    ]);
    expect(missingTargets(mapping)).toEqual([]);
    expect(missingTargets(proposeMapping(['序', '人'], []))).toEqual(['编号', '姓名', '类型', '加入日期']);
  });

  test('a name of year-files.md goes before a synonym, and nothing is proposed twice', () => {
    expect(proposeMapping(['政治面貌', '类型', '类型'], [])).toEqual([null, '类型', null]);
  });

  test('what was corrected is used next time, also for a column that is not to be read, in any order', () => {
    const mapping = proposeMapping(['工号', '组', '政治面貌'], []);
    const corrected = [mapping[0] ?? null, '党小组' as const, null];
    const remembered = rememberedOf(['工号', '组', '政治面貌'], corrected);
    expect(proposeMapping(['政治面貌', '组', '工号'], remembered)).toEqual([null, '党小组', '编号']);
    expect(fits(['组', '工号'], remembered)).toBe(true);
    expect(fits(['组', '工号', '备注'], remembered)).toBe(false);
    expect(fits([''], remembered)).toBe(false);
  });

  test('a column called __proto__ means nothing but itself, and one name for two columns is not remembered', () => {
    const remembered = rememberedOf(['__proto__', '列', '列'], ['编号', '姓名', '类型']);
    expect(remembered).toEqual([['__proto__', '编号']]);
    expect(proposeMapping(['constructor', '__proto__'], remembered)).toEqual([null, '编号']);
  });

  test('three bad rows are named by row, by the file’s own column, by value and what was expected; the good ones are read', () => {
    const table = tableOfLines('党员花名册.xlsx', [
      line({}),
      line({ 工号: '002', 名字: '李梅', 政治面貌: '群众' }),
      line({ 工号: '003', 名字: '吴㙦', 转入时间: '去年七月' }),
      line({ 工号: '004', 名字: '' }),
      line({ 工号: '005', 名字: '郑𠮷', 政治面貌: '预备' }),
    ]);
    const mapping = proposeMapping(headersOf(table), []);
    const { people, problems } = readMapped(table, mapping, 2026, []);
    expect(people.map(({ person, member }) => [person.number, member.type])).toEqual([
      ['001', 'full'],
      ['005', 'probationary'],
    ]);
    expect(people[0]?.person).toMatchObject({ leader: '赵敏', workField: '财政', group: '第一党小组' });
    expect(problems.map(problemText)).toEqual([
      '党员花名册.xlsx，第 3 行“政治面貌”列（C3）：填的是“群众”，应为 正式党员、预备党员、入党积极分子 之一。请改为其中之一。',
      expect.stringContaining('第 4 行“转入时间”列（E4）：填的是“去年七月”，应为日历上有的日期'),
      '党员花名册.xlsx，第 5 行“名字”列（B5）：空着，“姓名”必须填写。请补填。',
    ]);
  });

  test('a number that has lost its zeros is told the number of the register', () => {
    const table = tableOfLines('名册.xlsx', [{ ...line({}), 工号: number('1') }]);
    const { people, problems } = readMapped(table, proposeMapping(headersOf(table), []), 2026, ['001']);
    expect(people).toEqual([]);
    expect(problems.map(problemText)).toEqual([expect.stringContaining('名册里的编号是文字“001”')]);
  });
});
