/** A spreadsheet about plans or marks as rows of text; why it cannot be read is told cell by cell. */
import { refuse } from '../domain/refusal.ts';
import { cellText } from '../domain/year/table.ts';
import { fileProblem } from '../service/yearFiles/fileProblem.ts';
import { rowProblem } from './rowProblem.ts';
import { thrown } from './problem.ts';
import type { Services } from './services.ts';

export async function tableRows({ readTable }: Services, file: File) {
  const reading = await readTable(file.name, await file.bytes());
  if (!('table' in reading))
    throw thrown(
      refuse('tableRefused', null, { count: reading.faults.length }),
      reading.faults.map((fault) => rowProblem(fileProblem(fault))),
    );
  const { header, rows } = reading.table;
  return [
    { row: 1, cells: header.map(cellText) },
    ...rows.map(({ row, cells }) => ({ row, cells: cells.map(cellText) })),
  ];
}
