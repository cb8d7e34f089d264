// The approval form of clause 2, filled and blank: what forms.md names is on it, and it is one A4 sheet with its boxes together.
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { ExemptionMatter } from '../../src/domain/exemption/matter.ts';
import { exemptionApproval } from '../../src/forms/exemptionApproval.ts';
import type { Paper } from '../../src/forms/paper.ts';
import { renderXlsx } from '../../src/forms/render/xlsx.ts';
import type { WordedExemption } from '../../src/service/views/exemption.ts';
import { day, 郑𠮷 } from '../cast.ts';

const ORIGIN = {
  policy: '《办法》',
  source: '名册第 12 笔',
  short: '名册第 12 笔',
  code: 'jifen:head:x:register:12:aa',
};
const done = { seq: 1, at: '2026-04-01T01:00:00.000Z', actor: 'person:zheng' };
const matter: ExemptionMatter = {
  exemptionId: 'e1',
  personId: '010',
  state: 'approved',
  renews: null,
  application: { ...done, from: null, until: day('2026-12-31'), onBehalf: true },
  opinion: { ...done, agrees: true, meetingOn: day('2026-04-01') },
  decision: { ...done, bodyId: '党委', approved: true, from: day('2026-04-02'), until: null },
  withdrawal: null,
  ending: null,
};
const worded: WordedExemption = {
  matter,
  category: '流动外出',
  application: {
    category: 'away',
    reason: '随子女在外地居住',
    whereabouts: '上海市',
    contact: '吴㙦 021-5555',
    attachments: '居住证明',
    helper: '周涛',
  },
  opinion: '情况属实。',
  decision: '照准。',
  ending: null,
  term: null,
  course: [],
  acts: [],
  mayRenew: false,
};
const filled = exemptionApproval(
  { organisation: '清江县财政局机关支部', example: false, person: 郑𠮷, fullOn: day('1986-07-01'), worded },
  ORIGIN,
);
const blank = exemptionApproval(null, ORIGIN);

/** A merged cell without a text has no value to speak of. */
const said = ({ value }: ExcelJS.Cell): string => (typeof value === 'string' ? value : '');

async function textOf(paper: Paper): Promise<{ sheet: ExcelJS.Worksheet; text: string }> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await renderXlsx(paper)).buffer as ArrayBuffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  const texts: string[] = [];
  sheet.eachRow((row) => row.eachCell((cell) => texts.push(said(cell))));
  return { sheet, text: texts.join('\n') };
}

describe('党员不参加积分制管理党员审批表', () => {
  it('filled: every field of the form, from the application, the opinion and the decision', async () => {
    const { text } = await textOf(filled);
    for (const label of '姓名 性别 出生年月 民族 入党时间 转正时间 所在支部 联系方式 类别 申请理由 期限 附件 代书人 支部意见'.split(
      ' ',
    ))
      expect(text).toContain(label);
    for (const said of [
      '郑𠮷',
      '□年老体弱　□行动不便　■流动外出　□其他',
      '自 批准之日 至 2026年12月31日',
      '上海市；吴㙦 021-5555',
      '同意。情况属实。（会议日期：2026年4月1日）',
      '批准，自2026年4月2日至当年年底。照准。',
      '周涛',
    ])
      expect(text).toContain(said);
  });

  it('blank: nothing of anybody, room to write, no heading row to repeat', async () => {
    const { sheet, text } = await textOf(blank);
    expect(text).toContain('□年老体弱　□行动不便　□流动外出　□其他');
    expect(text).not.toMatch(/[■郑]/);
    expect(sheet.pageSetup.printTitlesRow).toBeUndefined();
    const tall = sheet.getRows(1, sheet.rowCount)?.filter(({ height }) => height > 90) ?? [];
    expect(tall.length).toBeGreaterThanOrEqual(3);
  });

  it('signatures and seals stand in one row, which no page divides; the width is one A4 sheet', async () => {
    for (const paper of [filled, blank]) {
      const { sheet } = await textOf(paper);
      const last = sheet.getRow(sheet.rowCount);
      const boxes: string[] = [];
      last.eachCell((cell) => {
        if (!boxes.includes(said(cell))) boxes.push(said(cell));
      });
      for (const title of ['申请人或代书人', '党支部书记', '上级党组织'])
        expect(boxes.some((text) => text.startsWith(title) && text.includes('年'))).toBe(true);
      expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1, orientation: 'portrait' });
    }
  });
});
