// Workbooks for tests: by exceljs, a writer that shares nothing with the reader, and by hand, for what no writer would make.
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { readTable } from '../../src/intake/readTable.ts';
import { fileProblem } from '../../src/service/yearFiles/fileProblem.ts';
import { problemText } from '../../src/service/yearFiles/problem.ts';

/** One sheet by exceljs; `edit` changes the workbook before it is written. */
export async function byExcelJs(
  rows: readonly (readonly unknown[])[],
  edit: (workbook: ExcelJS.Workbook, sheet: ExcelJS.Worksheet) => void = () => {},
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名册');
  for (const row of rows) sheet.addRow([...row]);
  edit(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of the smallest workbook: one sheet with this XML inside <worksheet>. */
export const partsWith = (sheet: string, more: Record<string, string> = {}): Record<string, Uint8Array> =>
  Object.fromEntries(
    Object.entries({
      '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
      '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${R}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `<workbook ${NS} xmlns:r="${R}"><sheets><sheet name="表一" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${R}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${R}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet ${NS}>${sheet}</worksheet>`,
      ...more,
    }).map(([name, text]) => [name, strToU8(text)]),
  );

export const CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c></row>';

export const zipOf = (parts: Record<string, Uint8Array>): Uint8Array => zipSync(parts, { level: 6 });

/** The sentences a reader gets for a file that cannot be read; empty when it can. */
export async function complaints(file: string, bytes: Uint8Array): Promise<string[]> {
  const reading = await readTable(file, bytes);
  return 'faults' in reading ? reading.faults.map((fault) => problemText(fileProblem(fault))) : [];
}

export async function tableIn(file: string, bytes: Uint8Array) {
  const reading = await readTable(file, bytes);
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  return reading.table;
}
