/** Downloads: one paper as .xlsx, or the whole year as a zip that is written while it is read. */
import { Zip, ZipPassThrough } from 'fflate';
import { renderXlsx } from '../forms/render/xlsx.ts';
import { type WhichPaper, whichPapers, type YearPaper, yearPaper } from '../forms/yearPapers.ts';
import { workCalendarPaper } from '../forms/workCalendar.ts';
import type { BranchYear } from '../service/views/branchYear.ts';
import type { WorkCalendar } from '../service/views/workCalendar.ts';
import { attachmentNamed } from './attachment.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** "yearGrading", "pointsRecord-<member id>". */
export function paperNamed(branch: BranchYear, name: string): YearPaper | undefined {
  const [form, ...rest] = name.split('-');
  const detail = rest.join('-');
  const which: WhichPaper | undefined =
    form === 'yearGrading' && detail === ''
      ? { form }
      : form === 'pointsRecord'
        ? { form, member: detail }
        : undefined;
  return which === undefined ? undefined : yearPaper(branch, which);
}

export async function paperResponse({ fileName, paper }: YearPaper): Promise<Response> {
  return attachment(await renderXlsx(paper), fileName.split('/').at(-1) ?? fileName, XLSX);
}

function attachment(body: Uint8Array | ReadableStream<Uint8Array>, fileName: string, type: string): Response {
  return new Response(body as ConstructorParameters<typeof Response>[0], {
    headers: {
      'content-type': type,
      'content-disposition': attachmentNamed(fileName, 'jifen'),
      'cache-control': 'no-store',
    },
  });
}

/** The address of the year's calendar among its papers. */
export const WORK_CALENDAR = 'workCalendar';

export async function calendarResponse(calendar: WorkCalendar, example: boolean): Promise<Response> {
  const paper = { ...workCalendarPaper(calendar), example };
  const mark = example ? '【示例】' : '';
  const name = `${mark}${calendar.organisation}-${calendar.year}-${paper.title}.xlsx`;
  return attachment(await renderXlsx(paper), name, XLSX);
}

export const workbook = (bytes: Uint8Array, fileName: string) => attachment(bytes, fileName, XLSX);

/** One paper at a time, only when the reader asks for more: memory stays that of one paper. */
export function everyPaper(branch: BranchYear): Response {
  const waiting = whichPapers(branch)[Symbol.iterator]();
  let zip: Zip;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      zip = new Zip((error, chunk, final) => {
        if (error !== null) return controller.error(error);
        controller.enqueue(chunk);
        if (final) controller.close();
      });
    },
    async pull() {
      const { value: which, done } = waiting.next();
      if (done === true) return zip.end();
      const paper = yearPaper(branch, which);
      if (paper === undefined) return;
      const file = new ZipPassThrough(paper.fileName);
      zip.add(file);
      // Already deflated: an .xlsx is a zip.
      file.push(await renderXlsx(paper.paper), true);
    },
    cancel: () => zip.terminate(),
  });
  const mark = branch.example ? '【示例】' : '';
  return attachment(stream, `${mark}${branch.organisation}-${branch.year}.zip`, 'application/zip');
}
