/** Paper → .xlsx on A4 through hucre: to work in, to print, to file. User text is a string cell, never a formula. */
import {
  type Cell as SheetCell,
  type CellStyle,
  type MergeRange,
  writeXlsx,
  type WriteSheet,
} from 'hucre/xlsx';
import type { Paper } from '../paper.ts';
import { looksLikeError, looksLikeFormula, marginText, printable, storedText } from './cellText.ts';
import { type Grid, type GridCell, gridOf, type Look, SIZES } from './grid.ts';
import { squarePicture } from './picture.ts';
import { qrPicture } from './qr.ts';

const SONG = '宋体';
const FANGSONG = '仿宋';
const CODE_PIXELS = 80;
const MARGINS = { top: 0.65, bottom: 0.65, left: 0.45, right: 0.45, header: 0.3, footer: 0.3 };

/** The finished file. */
export async function renderXlsx(paper: Paper): Promise<Uint8Array> {
  const grid = gridOf(paper);
  const bytes = await writeXlsx({
    sheets: [{ ...sheetOf(paper, grid), images: [await codeImage(paper, grid)] }],
    properties: { title: printedTitle(paper), subject: printable(paper.running), creator: 'jifen' },
    defaultFont: { name: SONG, size: 10 },
  });
  return squarePicture(bytes, CODE_PIXELS);
}

const printedTitle = ({ title, example }: Paper) => (example ? `【示例】${title}` : title);

function sheetOf(paper: Paper, { widths, rows, headingRow }: Grid): WriteSheet {
  const cells = new Map<string, Partial<SheetCell>>();
  const merges: MergeRange[] = [];
  for (const [row, { cells: placed }] of rows.entries())
    for (const cell of placed) {
      const style = styleOf(cell);
      cells.set(`${row},${cell.from}`, { ...contentOf(cell), style });
      for (let column = cell.from + 1; column < cell.from + cell.span; column += 1)
        cells.set(`${row},${column}`, { style });
      if (cell.span > 1)
        merges.push({ startRow: row, endRow: row, startCol: cell.from, endCol: cell.from + cell.span - 1 });
    }
  const heading = headingRow === null ? null : headingRow + 1;
  return {
    name: SHEET_NAMES[paper.form],
    columns: widths.map((width) => ({ width })),
    cells,
    merges,
    rowDefs: new Map(rows.map(({ height }, row) => [row, { height }])),
    ...(heading === null ? {} : { freezePane: { rows: heading } }),
    view: { showGridLines: false },
    pageSetup: {
      paperSize: 'a4',
      orientation: paper.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: paper.onePage === true ? 1 : 0,
      margins: MARGINS,
      horizontalCentered: true,
      ...(heading === null ? {} : { printTitlesRow: `$${heading}:$${heading}` }),
    },
    headerFooter: runningLines(paper),
    a11y: {
      summary: printable(`${paper.title} ${paper.running}`),
      ...(headingRow === null ? {} : { headerRow: headingRow }),
    },
  };
}

/** Plain names: hucre writes them into print titles without quotes. */
const SHEET_NAMES = {
  pointsRecord: '积分管理记录表',
  periodSummary: '汇总一览表',
  yearGrading: '汇总及评定格次表',
  workCalendar: '工作日历',
  exemptionApproval: '审批表',
  transcript: '转移证明',
  taskPlan: '目标任务书',
  handover: '移交单',
  application: '积分申请表',
  publicNotice: '公示',
  noticeResult: '公示结果情况说明',
  bulletin: '季度通报',
  minutes: '评议会议记录',
  meetingPackage: '评议材料',
} as const;

/** Pages after the first say above whose paper they belong to; every page says below where it comes from and which it is. */
function runningLines(paper: Paper) {
  const mark = paper.example ? '【示例】' : '';
  const footer = `&L&8 ${marginText(paper.origin.short, 40)}&C&9 第 &P 页 共 &N 页&R&8 ${marginText(`${mark}${paper.title}`, 40)}`;
  return {
    differentFirst: true,
    oddHeader: `&L&9 ${marginText(paper.running, 60)}&R&9 ${marginText(`${mark}${paper.title}`, 40)}`,
    firstHeader: mark === '' ? '' : `&R&9 ${mark}`,
    oddFooter: footer,
    firstFooter: footer,
  };
}

/** A quotient by 100 is the nearest number to the exact two decimals, and prints as them. */
function contentOf(cell: GridCell): Partial<SheetCell> {
  switch (cell.kind) {
    case 'text': {
      const text = storedText(cell.text);
      return looksLikeError(text) ? { value: text, richText: [{ text }] } : { value: text };
    }
    case 'points':
      return { value: cell.value / 100 };
    case 'count':
      return { value: cell.value };
    case 'empty':
      return { value: null };
  }
}

const RULE = { style: 'thin', color: { rgb: '000000' } } as const;
const BOXED = { top: RULE, bottom: RULE, left: RULE, right: RULE };
const OPEN: readonly Look[] = ['title', 'note'];
const BOLD: readonly Look[] = ['title', 'head'];

function styleOf(cell: GridCell): CellStyle {
  const { look } = cell;
  const format = formatOf(cell);
  return {
    font: {
      name: BOLD.includes(look) ? SONG : FANGSONG,
      size: SIZES[look],
      ...(BOLD.includes(look) || cell.strong === true ? { bold: true } : {}),
    },
    alignment: {
      horizontal: cell.align ?? (look === 'title' ? 'center' : 'left'),
      vertical: look === 'box' || look === 'origin' ? 'top' : 'center',
      wrapText: true,
    },
    ...(OPEN.includes(look) ? {} : { border: BOXED }),
    ...(format === undefined ? {} : { numFmt: format }),
  };
}

/** `@`: text stays text when somebody edits it in the spreadsheet. */
function formatOf(cell: GridCell): string | undefined {
  switch (cell.kind) {
    case 'points':
      return '0.00';
    case 'count':
      return '0';
    case 'text':
      return looksLikeFormula(cell.text) ? '@' : undefined;
    case 'empty':
      return undefined;
  }
}

async function codeImage(paper: Paper, { code }: Grid) {
  const from = { row: code.row, col: code.column };
  return {
    data: await qrPicture(paper.origin.code),
    type: 'png' as const,
    anchor: { from },
    width: CODE_PIXELS,
    height: CODE_PIXELS,
    altText: printable(`二维码：${paper.origin.code}`),
  };
}
