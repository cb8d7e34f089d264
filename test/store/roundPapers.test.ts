// The papers of a round, opened again by another reader: the page's figures, who may read each, nothing that spreadsheets compute.
import { mkdirSync, writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import { renderXlsx } from '../../src/forms/render/xlsx.ts';
import type { YearPaper } from '../../src/forms/yearPapers.ts';
import { roundPaper, roundPaperNamed } from '../../src/server/roundPapers.ts';
import { openShownYears, type ShownYears } from '../../src/server/shownYears.ts';
import { openYears } from '../../src/server/years.ts';
import { matterPage } from '../../src/service/views/round/matterPage.ts';
import { HOSTILE } from '../forms/hostile.ts';
import { signedIn } from './bureau.ts';
import { engines } from './engines.ts';
import { acts, type Bureau, givenRound, HERE } from './rounds.ts';
import { type Ids, toFiling } from './wholeRound.ts';

/** Where the files go, when somebody wants to look at them. */
const FOLDER = process.env['PAPERS'];
/** Commands trim nothing away from these and store them as they are. */
const TEXTS = HOSTILE.filter(({ text }) => text.isWellFormed() && !text.includes('\u0000'));

const [engine] = engines;

describe('papers of a round', () => {
  let bureau: Bureau;
  let years: ShownYears;
  let ids: Ids;
  let bulletinId = '';
  let packaged: YearPaper | Refusal;
  beforeAll(async () => {
    if (engine === undefined) throw new Error('no engine');
    bureau = await givenRound(engine);
    const { world } = bureau;
    years = openShownYears({ world }, openYears({ world }));
    bureau.on('2026-06-01');
    const act = acts(bureau);
    await bureau.done('李梅', act.opening());
    const acting = { world, by: bureau.done, on: bureau.on, id: bureau.id, acts: act };
    ids = await toFiling(acting, { reason: '=1+1', words: TEXTS.map(({ text }) => text).join('|') });
    packaged = await printed('王强', 'meetingPackage-2');
    const sections = TEXTS.slice(0, 8).map(({ text }, at) => ({ heading: `第 ${at} 节`, text }));
    const issued = await bureau.done('陈志远', {
      type: 'issueBulletin',
      ...HERE,
      sections: [...sections, { heading: '抄报抄送', text: '县财政局党委' }],
    });
    bulletinId = String(issued['bulletinId']);
  }, 120_000);
  afterAll(() => bureau.close());

  async function printed(user: string, name: string): Promise<YearPaper | Refusal> {
    const paper = roundPaperNamed(name);
    if (paper === undefined) throw new Error(`no paper of a round: ${name}`);
    const actor = await signedIn(bureau.world, user);
    const asked = { organisation: HERE.organisationId, year: HERE.year, paper };
    return roundPaper({ world: bureau.world }, years, actor, asked);
  }
  const code = async (user: string, name: string) => {
    const answer = await printed(user, name);
    return isRefusal(answer) ? answer.code : 'printed';
  };
  /** Every cell's text, as exceljs reads the file. */
  async function read(answer: YearPaper | Refusal): Promise<string[]> {
    if (isRefusal(answer)) throw new Error(answer.code);
    const bytes = await renderXlsx(answer.paper);
    if (FOLDER !== undefined) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(`${FOLDER}/${answer.paper.form}.xlsx`, bytes);
    }
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const cells: string[] = [];
    const [sheet] = book.worksheets;
    sheet?.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.formula, cell.address).toBeFalsy();
        if (cell.master === cell) cells.push(typeof cell.value === 'number' ? cell.text : String(cell.text));
      }),
    );
    expect(sheet?.pageSetup.paperSize).toBe(9);
    expect(sheet?.headerFooter.oddFooter).toContain('第 &P 页 共 &N 页');
    expect(cells.join('\n')).toMatch(/账册第 \d+ 笔 · [0-9a-f]{12}/);
    return cells;
  }

  it('积分申请表 says what the matter’s page says, with □ for the leader and 未签 where nobody signed', async () => {
    const cells = await read(await printed('吴㙦', `application-2-${bureau.id.吴㙦}`));
    const page = await bureau.world.store.read((tx) => matterPage(tx, HERE, bureau.id.吴㙦));
    if (isRefusal(page)) throw new Error(page.code);
    expect(cells).toContain('吴㙦');
    expect(cells).toContain('■完成 □部分完成 □未完成');
    expect(cells).toContain('□优 ■良 □中 □差');
    for (const { wording } of page.tasks) expect(cells).toContain(wording);
    expect(cells).toContain(String(Number(page.points)));
    expect(cells).toContain('=1+1');
    const unsigned = await read(await printed('孙丽', `application-2-${bureau.id.孙丽}`));
    expect(unsigned.join()).toContain('未签。');
    expect(unsigned.join()).not.toContain('■优');
    expect((await read(await printed('李梅', `application-2-${bureau.id.郑𠮷}`))).join()).toContain(
      '李梅，2026-06-01',
    );
  });

  it('公示 has number, name, points and note; its result tells objections by their number alone', async () => {
    const cells = await read(await printed('李梅', `notice-2-${ids.noticeId}`));
    const from = cells.indexOf('序号');
    expect(cells.slice(from, from + 4)).toEqual(['序号', '姓名', '积分', '备注']);
    expect(cells).toContain('郑𠮷');
    expect(cells.join()).not.toContain('=1+1');
    const result = (await read(await printed('李梅', `noticeResult-2-${ids.noticeId}`))).join();
    expect(result).toContain(
      '公示期间收到异议 2 件，均由与此无关的人重新审定：维持原评议 1 件，重新评议 1 件',
    );
    for (const name of ['郑𠮷', '孙丽', '异议一']) expect(result).not.toContain(name);
  });

  it('评议会议记录 has who came, who did not and why, every decision with its vote and who stepped back', async () => {
    const cells = await read(await printed('王强', `minutes-2-${ids.meetingId}`));
    expect(cells).toContain('张建国、王强');
    expect(cells).toContain('郑𠮷（出差）');
    expect(cells).toContain('逐人评议');
    // 吴㙦: 15 of tasks, 2 of a commendation, 1 taken
    const at = cells.indexOf('吴㙦');
    expect(cells.slice(at, at + 7)).toEqual(['吴㙦', '15', '2', '1', '2', '0', '0']);
  });

  it('评议材料 has only whoever is to be appraised, with the three inputs', async () => {
    const cells = await read(packaged);
    expect(cells.some((cell) => cell.startsWith('004 郑𠮷'))).toBe(true);
    expect(cells.some((cell) => cell.startsWith('005 吴㙦'))).toBe(false);
    expect(cells.join()).toContain('核对后需重新评议');
  });

  it('汇总一览表 has 公示情况 of each, 待定, and the days of submission, review and filing from the books', async () => {
    const cells = await read(await printed('李梅', 'periodSummary-2'));
    expect(cells).toContain('6月15日至6月23日已公示');
    expect(cells).toContain('待定：待重新评议');
    expect(cells[cells.indexOf('待定') + 1]).toBe('1');
    const text = cells.join('\n');
    for (const said of [
      '上报日期：2026年6月24日',
      '审核日期：2026年6月24日',
      '备案号：县财党备〔2026〕1号（2026年6月24日）',
    ])
      expect(text).toContain(said);
    const before = (await read(await printed('李梅', 'periodSummary-1'))).join('\n');
    expect(before).toContain('上报日期：____ 年');
  });

  it('季度通报 names nobody, and its text stays text', async () => {
    const cells = await read(await printed('吴㙦', `bulletin-2-${bulletinId}`));
    expect(cells.join()).toContain('本季参加 6 人，已登记 5 人，待定 1 人');
    expect(cells.join()).toContain('抄报抄送');
    for (const name of ['张建国', '王强', '郑𠮷', '孙丽', '吴㙦']) expect(cells.join()).not.toContain(name);
  });

  it('everyone prints what they may see: a foreign or unknown one is refused alike, and nothing is printed early', async () => {
    expect(await code('吴㙦', `application-2-${bureau.id.王强}`)).toBe('notAllowed');
    expect(await code('吴㙦', `application-2-${ids.meetingId}`)).toBe('notAllowed');
    for (const name of [`minutes-2-${ids.meetingId}`, 'meetingPackage-2', `notice-2-${ids.noticeId}`])
      expect(await code('吴㙦', name)).toBe('notAllowed');
    expect(await code('陈志远', `minutes-2-${ids.meetingId}`)).toBe('notAllowed');
    expect(await code('李梅', 'notice-2-none')).toBe('noticeUnknown');
    expect(await code('李梅', 'minutes-2-none')).toBe('meetingUnknown');
    expect(await code('李梅', 'bulletin-2-none')).toBe('paperUnknown');
    expect(await code('李梅', 'meetingPackage-9')).toBe('paperUnknown');
    expect(roundPaperNamed('pointsRecord-1')).toBeUndefined();
    expect(roundPaperNamed('constructor-1')).toBeUndefined();
    bureau.on('2026-06-23');
    expect(await code('李梅', `noticeResult-2-${ids.noticeId}`)).toBe('noticeNotOver');
  });
});
