// 公示 on the wire: what whoever has the link reads, until when, and that nothing else is to be had by it (G29, promises P3, P6–P8).
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES } from './database.ts';
import { ALL, type Hanging, hangNotice, MARK } from './hangingNotice.ts';
import { ASKED, send } from './matrix/routes.ts';
import { inputsAbout, UNKNOWN } from './matrix/columns.ts';
import { qrPicture } from '../../src/forms/render/qr.ts';
import type { HangingNotices } from '../../src/contract/notices.ts';
import { Person } from './person.ts';
import { points } from '../../src/domain/points.ts';
import { HERE } from '../store/rounds.ts';

const FIRST = '2026-06-16T01:00:00.000Z';
/** Published on Tuesday the 16th for five working days; the 19th is the Dragon Boat holiday. */
const LAST_SECOND = '2026-06-24T15:59:59.000Z';
const GONE = '2026-06-24T16:00:00.000Z';

/** Number, name, points and note of each line. */
const rowsOf = (page: string) =>
  [
    ...page.matchAll(
      /<tr><td>(.*?)<\/td><td><a href="[^"]*">(.*?)<\/a><\/td><td class="points">(.*?)<\/td><td>(.*?)<\/td>/g,
    ),
  ].map(([, ...cells]) => cells);

describe.each(ENGINES)('%s', (engine) => {
  let hanging: Hanging;
  let path: string;
  let away = false;
  let inOffice = false;
  beforeAll(async () => {
    hanging = await hangNotice(engine, {
      around: (services) => {
        const { store } = services.world;
        const lost = () => Promise.reject(new Error('the database is away'));
        const read: typeof store.read = (work) => (away ? lost() : store.read(work));
        return {
          ...services,
          office: () => inOffice,
          world: { ...services.world, store: { ...store, read } },
        };
      },
    });
    path = await hanging.path();
  }, 120_000);
  afterAll(() => hanging.stop());
  const asked = (at: string, init: RequestInit = {}) => fetch(`${hanging.serving.url}${at}`, init);
  const read = async (at: string) => (await asked(at)).text();
  /** Without what every answer has of its own. */
  const plain = (text: string) => text.replaceAll(/nonce="[^"]*"/g, '');

  test('有链接的人不登录就能看：序号、姓名（遮盖）、积分、备注，以及向谁提异议', async () => {
    hanging.at(FIRST);
    const answer = await asked(path);
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(rowsOf(page)).toEqual([
      ['1', '张*国', '22.50', ''],
      ['2', '李*', '22.50', ''],
      ['3', '王*', '22.50', ''],
      ['4', '郑*', '22.50', ''],
      ['5', '吴*', '22.50', ''],
      ['6', '孙*', '22.50', ''],
    ]);
    for (const words of [
      '2026 年第二季度党员积分公示',
      '附件一第 6 步',
      '局机关',
      '王强，电话 8021，二楼 203 室',
    ])
      expect(page).toContain(words);
    expect(page).toContain('2026年6月16日至2026年6月24日，<span class="left">还有 5 个工作日');
  });

  test('别的什么都没有：全名、编号、内部标识、理由、意见、记录，一个字也不出现', async () => {
    const page = await read(path);
    expect(page).not.toContain(MARK);
    for (const name of ALL.filter((one) => one !== '王强')) expect(page).not.toContain(name);
    for (const id of Object.values(hanging.bureau.id)) expect(page).not.toContain(id);
    expect(page).not.toMatch(/>00[1-6]</);
    expect(page.replaceAll(`${path}/object`, '')).not.toContain(path.split('/').at(-1));
  });

  test('不设 Cookie，不留缓存，不进搜索引擎；不用脚本，不取别的文件', async () => {
    const answer = await asked(path, { headers: { cookie: 'anything=1' } });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=UTF-8',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const page = await answer.text();
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(page).toContain(`<style nonce="${nonce}">`);
    expect(page).toContain('<meta name="robots" content="noindex');
    expect(page.replace('<link rel="icon" href="data:,">', '')).not.toMatch(
      /<script|<link|<img| style=| on\w+=|src=/,
    );
  });

  test('点一行的姓名，异议表上已经选好那一行；乱写的行号不选', async () => {
    const [, door = ''] = /href="\/([^"]*line=4)">/.exec(await read(path)) ?? [];
    expect(await read(door)).toContain('<option value="4" selected>');
    for (const line of ['0', '7', '"><script>', '4 selected'])
      expect(await read(door.replace('line=4', `line=${encodeURIComponent(line)}`))).not.toMatch(
        / selected>|<script/,
      );
  });

  test('四十人的支部也不到 30 kB', async () => {
    const page = await read(path);
    const row = /<tr><td>4<.*?<\/tr>\n/s.exec(page)?.[0] ?? '';
    const forty = page.replace(row, row.repeat(35));
    const [raw, zipped] = [Buffer.byteLength(forty), gzipSync(forty).byteLength];
    console.log(`${engine}：四十人的公示 ${raw} 字节，压缩后 ${zipped} 字节`);
    expect(row).not.toBe('');
    expect(raw).toBeLessThan(30_000);
  });

  test.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'])(
    '最后一天 23:59:59 还在，过了零点就没有（本机时区 %s）',
    async (zone) => {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      try {
        hanging.at(LAST_SECOND);
        expect(await read(path)).toContain('今天是最后一天');
        hanging.at(GONE);
        expect((await asked(path)).status).toBe(404);
        hanging.at(FIRST);
        expect((await asked(path)).status).toBe(200);
      } finally {
        if (before === undefined) delete process.env['TZ'];
        else process.env['TZ'] = before;
      }
    },
  );

  test('抄错的、期满的、别的组织的、没有的组织的链接：同一个答复', async () => {
    const link = path.split('/').at(-1) ?? '';
    const wrong = [
      `notice/${HERE.organisationId}/${link.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`,
      `notice/${HERE.organisationId}/x`,
      `notice/qingjiang-committee/${link}`,
      `notice/${UNKNOWN}/${link}`,
    ];
    hanging.at(FIRST);
    const answers = await Promise.all(wrong.map((one) => asked(one)));
    hanging.at(GONE);
    answers.push(await asked(path));
    expect(answers.map(({ status }) => status)).toEqual(wrong.map(() => 404).concat(404));
    const texts = new Set(await Promise.all(answers.map(async (one) => plain(await one.text()))));
    expect(texts.size).toBe(1);
    expect([...texts][0]).toContain('没有这份公示');
    // judged before anything is looked up, with the right link too
    expect((await asked(`notice/${HERE.organisationId}/${link}%00`)).status).toBe(400);
    const heads = answers.map(({ headers }) =>
      JSON.stringify([...headers].filter(([name]) => !['date', 'content-security-policy'].includes(name))),
    );
    expect(new Set(heads).size).toBe(1);
    hanging.at(FIRST);
  });

  test('公示以后登记的事不改公示：积分是拟制时写下的', async () => {
    hanging.at(FIRST);
    const before = plain(await read(path));
    const { bureau, act } = hanging;
    bureau.on('2026-06-17');
    const objectionId = '00000000-0000-7000-8000-00000000abcd';
    await bureau.done('王强', act.objecting('吴㙦', objectionId));
    expect(plain(await read(path))).toBe(before);
  });

  test('在办公网络里不用链接，看得到正在公示的；别处和没有公示的组织，都看不到', async () => {
    hanging.at(FIRST);
    const board = `notice/${HERE.organisationId}`;
    expect((await asked(board)).status).toBe(404);
    expect(plain(await read(board))).toBe(plain(await read(`${board}/x`)));
    inOffice = true;
    const page = await read(board);
    expect(page).toContain(`href="/${path}"`);
    expect(page).toContain('6 人');
    const none = plain(await read(`notice/${UNKNOWN}`));
    expect(none).toContain('现在没有公示');
    expect(plain(await read('notice/qingjiang-committee'))).toBe(none);
    hanging.at(GONE);
    expect(plain(await read(board))).toBe(none);
    inOffice = false;
    hanging.at(FIRST);
  });

  test('积分改变的党员另有一份三个工作日的公示，挂在自己的网址上', async () => {
    const { bureau, act } = hanging;
    bureau.on('2026-06-17');
    const objectionId = '00000000-0000-7000-8000-00000000beef';
    await bureau.done('王强', act.objecting('孙丽', objectionId));
    await bureau.done('张建国', act.answering('孙丽', objectionId, true));
    bureau.on('2026-06-18');
    const { meetingId } = await bureau.done('张建国', act.meeting('2026-06-18', ['张建国', '王强', '郑𠮷']));
    const [task] = await bureau.due('孙丽');
    const less = { tasks: [{ taskId: task?.taskId, points: points(1200) }] };
    await bureau.done('张建国', await act.appraising(meetingId, ['孙丽'], 3, less));
    await hanging.publish(['孙丽'], 3);
    hanging.at('2026-06-18T02:00:00.000Z');
    const fresh = await hanging.path();
    expect(fresh).not.toBe(path);
    const page = await read(fresh);
    expect(rowsOf(page)).toEqual([['1', '孙*', '19.50', '重新评议后公示']]);
    expect(page).toContain('2026年6月18日至2026年6月24日');
    // what hung before hangs on as it was
    expect(rowsOf(await read(path))).toContainEqual(['6', '孙*', '22.50', '']);
    hanging.at(FIRST);
  });

  test('本单位的人登录后看全名，能打印海报；书记设定遮盖以后，海报只有遮盖的', async () => {
    hanging.at(FIRST);
    const { bureau, serving } = hanging;
    const 吴㙦 = await hanging.signedIn('吴㙦');
    const { notices } = await 吴㙦.done<HangingNotices>(
      'GET',
      `api/organisations/${HERE.organisationId}/notices`,
    );
    const notice = notices.find(({ link }) => link === `/${path}`);
    expect(notice).toMatchObject({ from: '2026-06-16', until: '2026-06-24', left: 5, link: `/${path}` });
    expect(notice?.lines.map(({ name }) => name)).toEqual(ALL);
    const poster = (query = '') => 吴㙦.ask('GET', `${notice?.poster.slice(1)}${query}`);
    const whole = await poster();
    expect(whole.status).toBe(200);
    for (const words of [...ALL, '局机关', '王强，电话 8021', '改用遮盖的姓名'])
      expect(whole.text).toContain(words);
    const code = Buffer.from(await qrPicture(`${new URL(serving.url).origin}/${path}`)).toString('base64');
    expect(whole.text).toContain(code);
    expect(whole.headers.get('cache-control')).toBe('no-store');
    const masked = await poster('?names=masked');
    expect(masked.text).toContain('孙*');
    expect(masked.text).not.toContain('孙丽');
    await bureau.done('张建国', { type: 'maskNames', organisationId: HERE.organisationId, masked: true });
    const always = await poster();
    expect(always.text).toContain('孙*');
    expect(always.text).not.toContain('孙丽');
    expect(always.text).not.toContain('改用全名');
    await bureau.done('张建国', { type: 'maskNames', organisationId: HERE.organisationId, masked: false });
    const elsewhere = await 吴㙦.ask('GET', `posters/qingjiang-committee/${notice?.noticeId}`);
    const nowhere = await 吴㙦.ask('GET', `posters/${UNKNOWN}/${notice?.noticeId}`);
    expect([elsewhere.status, nowhere.status]).toEqual([403, 403]);
    expect(elsewhere.text).toBe(nowhere.text);
  });

  test('拟制的公示，审查和批准的人看到的就是将要张贴的', async () => {
    const round = `api/books/${HERE.organisationId}/years/${HERE.year}/rounds/${HERE.period}/notices`;
    const 王强 = await hanging.signedIn('王强');
    const { notices } = await 王强.done<{ notices: { lines: object[]; receiver: string }[] }>('GET', round);
    expect(notices[0]?.lines[4]).toEqual({ name: '吴㙦', points: '22.50', note: '' });
    expect(notices[0]?.receiver).toBe('王强，电话 8021，二楼 203 室');
  });

  test('有链接的人，除了这一页什么也打不开', async () => {
    const visitor = new Person(hanging.serving.url);
    await visitor.ask('GET', path);
    const named = {
      organisation: HERE.organisationId,
      organisationName: '',
      member: hanging.bureau.id.吴㙦,
      userId: UNKNOWN,
    };
    const known = new Map([['notice', path.split('/').at(-1) ?? '']]);
    for (const route of ASKED)
      for (const input of inputsAbout(route, named, known)) {
        const { status, text } = await send(visitor, route, input, '');
        expect([route.name, status]).toEqual([route.name, 401]);
        expect(text).not.toContain('张');
      }
    expect((await visitor.ask('GET', path)).status).toBe(200);
  });

  test('数据库停了，看过的公示照样能看', async () => {
    hanging.at(FIRST);
    await read(path);
    away = true;
    expect((await asked(path.replace(/.$/, (last) => (last === 'e' ? 'f' : 'e')))).status).toBe(500);
    expect((await asked(path)).status).toBe(200);
    hanging.at('2026-06-17T01:00:00.000Z');
    expect(await read(path)).toContain('还有 4 个工作日');
    hanging.at(GONE);
    expect((await asked(path)).status).toBe(404);
    away = false;
  });
});
