/** How large a year file may be. A branch of hundreds with a year's records stays far below; a bomb does not. Bytes and counts. */
export const LIMITS = {
  fileBytes: 20_000_000,
  /** Parts in a workbook's zip, and what the parts that are read may inflate to, all together. */
  parts: 2_000,
  inflatedBytes: 30_000_000,
  /** Data rows and columns of the sheet. */
  rows: 30_000,
  columns: 60,
  /** Cells of the whole sheet: all rows, if they fill no more than the columns year-files.md knows. */
  cells: 360_000,
  /** Characters in one cell. */
  cellLength: 2_000,
  /** Markup: tags between a sheet's cells, elsewhere in a sheet, in any other part; how deep they nest, how long one may be. */
  cellTags: 2_000_000,
  sheetTags: 20_000,
  partTags: 1_300_000,
  depth: 40,
  tagLength: 20_000,
  /** Bytes between two tags: a cell of the allowed length in any script, with entities. */
  textLength: 50_000,
  /** <col> elements: each may stand for all 16,384 columns. */
  columnTags: 500,
  /** Problems of one kind in one file that are worth telling. */
  faults: 200,
  workerHeapMegabytes: 320,
  /** The last resort; every limit above answers sooner. */
  workerMilliseconds: 20_000,
} as const;
