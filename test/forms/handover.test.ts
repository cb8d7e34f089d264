// 移交单: one page with a place to sign for all three, however much there is to hand over.
import { describe, expect, test } from 'vitest';
import { handoverPaper } from '../../src/forms/handover.ts';
import { gridOf } from '../../src/forms/render/grid.ts';
import type { HandoverSheet } from '../../src/service/views/handoverSheet.ts';

/** A4 upright without its margins, in points. */
const PAGE = 842 - 2 * 0.65 * 72;

const sheetOf = (evidence: number, books: number, name = '考核表'): HandoverSheet => ({
  organisation: '清江县财政局机关第一党支部委员会',
  example: true,
  officeId: 'office',
  former: { id: '郑𠮷', name: '郑𠮷', from: '2025-01-01', until: '2026-03-31' } as HandoverSheet['next'],
  next: { id: '张建国', name: '张建国', from: '2026-04-01', until: null } as HandoverSheet['next'],
  matters: ['已登记、未评议的加分和扣分', '未批准的目标任务', '免予参加申请', '记分员推选'].map((kind) => ({
    kind,
    count: 60,
    note: '须经支部填注意见、上级党组织审批',
  })),
  evidence: Array.from({ length: evidence }, (_, at) => ({ name: `${name}${at + 1}`, entries: 2 })),
  books: Array.from({ length: books }, (_, at) => ({
    name: at === 0 ? '名册' : `${2020 + at} 年度账册`,
    seq: 400,
    hash: 'a1b2c3d4e5f6',
  })),
  confirmed: [],
  waiting: [],
  done: null,
});
const wordsOf = (sheet: HandoverSheet) =>
  handoverPaper(sheet).table.rows.map(({ cells }) =>
    cells.map((cell) => (cell.kind === 'text' ? cell.text : cell.kind === 'count' ? cell.value : '')),
  );

describe('移交单', () => {
  test.each([
    ['nothing', sheetOf(0, 0)],
    ['60 pieces of evidence', sheetOf(60, 2)],
    ['long names, many years', sheetOf(400, 12, '关于进一步加强乡镇财政资金监管工作的通知'.repeat(20))],
  ])('%s: fits on one page, and all three have a place to sign', (_, sheet) => {
    const paper = handoverPaper(sheet);
    const { rows, widths } = gridOf(paper);
    expect(paper.onePage).toBe(true);
    expect(rows.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(PAGE);
    const boxes = (rows.at(-1)?.cells ?? []).filter(({ look }) => look === 'box');
    const titles = boxes.map((box) => (box.kind === 'text' ? box.text.split('\n')[0] : ''));
    expect(titles).toEqual(['移交人（原记分员）', '接收人（新记分员）', '监交人（党支部书记）']);
    for (const { from, span } of boxes) {
      const room = widths.slice(from, from + span).reduce((sum, width) => sum + width, 0);
      expect(room).toBeGreaterThanOrEqual(16);
    }
  });

  test('what is left out is told by its number, with the whole', () => {
    const words = wordsOf(sheetOf(60, 12));
    expect(words).toContainEqual(['其余证明材料', 104, '另有 52 种，全部 60 种见年度账册']);
    expect(words).toContainEqual(['更早的年度账册', 9, '册，按账册自身的摘要核对']);
    expect(words.filter(([name]) => String(name).startsWith('考核表'))).toHaveLength(8);
  });

  test('every row covers the form', () => {
    const { table } = handoverPaper(sheetOf(60, 12));
    for (const { cells } of table.rows)
      expect(cells.reduce((sum, { span = 1 }) => sum + span, 0)).toBe(table.columns.length);
  });
});
