/** A file that cannot be read, as a problem: [what was expected, how to mend it]. */
import type { FileFault, FileFaultCode } from '../../domain/year/table.ts';
import type { Problem } from './problem.ts';

type Params = FileFault['params'];

const COPY = '请新建工作簿，把数据“选择性粘贴为数值”后另存为 xlsx';
const megabytes = (bytes: unknown) => `${Math.round(Number(bytes) / 1e6)} MB`;

const FAULTS: Record<FileFaultCode, (params: Params) => readonly [string, string]> = {
  missing: ({ reason }) => [`读不到这个文件（${reason}）`, '请核对文件名、位置和读取权限'],
  empty: () => ['文件是空的', '首行应为列名，请填写后重新保存'],
  tooLarge: ({ bytes, most }) => [
    `文件有 ${megabytes(bytes)}，应不超过 ${megabytes(most)}`,
    '请删去图片和与本年无关的内容后重新保存',
  ],
  ending: ({ ending }) => [`不认识“.${ending}”文件，应为 .xlsx 或 .csv`, '请另存为 xlsx'],
  oldFormat: ({ ending }) => [`.${ending} 是旧格式或其他软件的格式，应为 .xlsx 或 .csv`, '请另存为 xlsx'],
  macro: () => ['含有宏，应为不带宏的工作簿', '请另存为 xlsx（不启用宏）'],
  password: () => ['文件有打开密码，应为不加密的文件', '请取消密码后另存为 xlsx'],
  notWhatItSays: ({ ending }) => [
    `内容不是 .${ending} 格式，与文件名不符`,
    '请用表格软件打开后另存为 xlsx，不要直接改后缀',
  ],
  broken: ({ part }) => [
    `文件损坏，或不是表格软件保存的工作簿${part === undefined ? '' : `（${part}）`}`,
    '请用表格软件打开，另存为新的 xlsx',
  ],
  tooManyParts: ({ most }) => [`文件内部的部件超过 ${most} 个，不像一份名册或记录`, COPY],
  inflatesTooFar: ({ most }) => [`解压后超过 ${megabytes(most)}，不像一份名册或记录`, COPY],
  tooComplex: () => ['文件内部结构过于复杂，不像一份名册或记录', COPY],
  xmlEntities: () => ['文件内部含有实体定义，出于安全不予读取', COPY],
  externalLinks: () => ['含有指向其他工作簿的外部链接', `请断开链接。${COPY}`],
  hiddenSheet: ({ deep }) => [
    '是隐藏的工作表，应只有一张看得见的工作表',
    deep === 1 ? `它被深度隐藏。${COPY}` : '请取消隐藏并核对，不需要的请删去',
  ],
  severalSheets: ({ names }) => [`有内容的工作表不止一张（${names}）`, '请只留下要用的一张，其余删去'],
  noSheet: () => ['工作簿里没有内容', '首行应为列名，请填写后重新保存'],
  mergedCells: ({ count }) => [`有合并单元格（共 ${count} 处）`, '请取消合并，每个单元格各自填写'],
  formula: ({ count, cells }) => [
    `含有公式（共 ${count} 处：${cells}）`,
    '公式的结果会变，请复制后“选择性粘贴为数值”',
  ],
  tooManyRows: ({ most }) => [`超过 ${most} 行`, '请删去多余的行；清除过格式的空行也请整行删除'],
  tooManyColumns: ({ most }) => [`超过 ${most} 列`, '请删去多余的列；清除过格式的空列也请整列删除'],
  tooManyCells: ({ most }) => [`单元格超过 ${most} 个`, '请删去与本年无关的行和列'],
  cellTooLong: ({ most }) => [
    `单元格超过 ${most} 个字`,
    '请缩短文字；csv 中若没有这样长的内容，请检查双引号是否成对',
  ],
  encoding: () => ['编码不是 UTF-8 或 GBK', '请另存为“CSV UTF-8（逗号分隔）”或 xlsx'],
  separator: () => [
    '首行里同时有几种分隔符，无法确定用哪一种',
    '请统一用逗号分隔，列名中不要有逗号、分号和制表符',
  ],
  csvQuotes: ({ line }) => [`第 ${line} 行附近的双引号不成对`, '请检查引号，或改用 xlsx'],
  tooSlow: () => ['读取时间过长，不像一份名册或记录', COPY],
};

export function fileProblem({ file, sheet, cell, code, params }: FileFault): Problem {
  const [expected, mend] = FAULTS[code](params);
  const where = cell === null ? null : { letter: null, name: cell };
  return { file, sheet, row: null, column: where, value: null, code: 'file', expected, mend };
}
