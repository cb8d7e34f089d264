// 异议 outside sign-in: the form of a notice, its receipt, its limits, and that nothing of it is written where it can be read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { attachmentNamed } from '../../src/server/attachment.ts';
import { pdf } from '../intake/evidence/made.ts';
import { HERE } from '../store/rounds.ts';
import { ENGINES } from './database.ts';
import { type Hanging, hangNotice } from './hangingNotice.ts';

const CANARY = { name: '何苦香', reach: '13900112233', capacity: 'served' };
const WORDS = '那天窗口没有人，<script>alert(1)</script>我等了一上午';
const HOSTILE_NAME = '"><img src=x onerror=alert(1)>\u0000.svg.html';
const KEPT = ['___img src=x onerror=alert(1)__.pdf', '_fdp.pdf', `O'Brien (1).pdf`];
const CODE = /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/;

describe.each(ENGINES)('%s', (engine) => {
  let hanging: Hanging;
  let path: string;
  let ask: string;
  let code: string;
  /** Tests say which place they come from, as a proxy would; the server believes it of none that is not configured. */
  let place = 'proxied';
  beforeAll(async () => {
    hanging = await hangNotice(engine, {
      around: (services) => ({ ...services, placeFrom: () => place }),
    });
    path = `${hanging.serving.url}${await hanging.path()}/object`;
    ask = `${hanging.serving.url}objection/${HERE.organisationId}`;
  }, 120_000);
  afterAll(() => hanging.stop());

  const formKey = async () => /name="key" value="(\w+)"/.exec(await (await fetch(path)).text())?.[1] ?? '';
  const filled = async (more: Record<string, string | File> = {}) => {
    const form = new FormData();
    const fields = { key: await formKey(), line: '5', words: WORDS, ...CANARY, ...more };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return form;
  };
  const post = async (to: string, body: FormData, headers: Record<string, string> = {}) => {
    const answer = await fetch(to, {
      method: 'POST',
      body,
      headers: { origin: new URL(to).origin, ...headers },
    });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  const asking = (typed: string) => {
    const form = new FormData();
    form.set('code', typed);
    return post(ask, form);
  };

  test('不登录、不用脚本：一张表，选公示上的一行，名字是遮盖的', async () => {
    const page = await (await fetch(path)).text();
    expect(page).toContain('<option value="5">5　吴*　22.50 分</option>');
    expect(page).toContain('maxlength="2000"');
    expect(page).not.toMatch(/<script|style=|src=/);
    for (const id of Object.values(hanging.bureau.id)) expect(page).not.toContain(id);
    expect((await fetch(path.replace(/.{9}\/object$/, '000000000/object'))).status).toBe(404);
  });

  test('没填完的退回来，已填的都在', async () => {
    const { status, text } = await post(path, await filled({ name: '', line: '' }));
    expect(status).toBe(422);
    expect(text).toContain('请选择对哪一行有异议');
    expect(text).toContain('那天窗口没有人，&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toContain('value="13900112233"');
    expect(text).toContain('value="served" required checked');
    const long = await post(path, await filled({ words: '长'.repeat(2_001) }));
    expect([long.status, long.text.includes('最多 2000 字')]).toEqual([422, true]);
  });

  test('别的网站替人提交的不收', async () => {
    const { status } = await post(path, await filled(), { origin: 'https://evil.example' });
    expect(status).toBe(403);
  });

  test('提交后得回执号；同一张表再来一次，还是这一件、这个号', async () => {
    const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
      .jpeg()
      .withExif({ IFD0: { Artist: CANARY.name } })
      .toBuffer();
    const form = await filled({ files: new File([new Uint8Array(photo)], '照片.jpg') });
    const [first, again] = [await post(path, form), await post(path, form)];
    expect(first.status).toBe(200);
    code = CODE.exec(first.text)?.[0] ?? '';
    expect(code).not.toBe('');
    expect(again.text).toContain(code);
    const { sealing, store } = hanging.serving.services.world;
    const [row, ...others] = await store.read((tx) => tx.objections(HERE.organisationId));
    expect(others).toEqual([]);
    const file = await store.read((tx) => tx.objectionFile(HERE.organisationId, row?.objectionId ?? '', 1));
    const place = `${HERE.organisationId}/${row?.objectionId}/file/1`;
    const bytes = Buffer.from(sealing.open(place, file?.content ?? ''));
    expect([bytes.subarray(0, 2).toString('hex'), bytes.includes(CANARY.name)]).toEqual(['ffd8', false]);
  });

  test('附件是什么以内容为准；太多、太大、不是材料的都说清楚', async () => {
    const fake = await post(path, await filled({ files: new File(['MZ 不是图片'], '照片.jpg') }));
    expect([fake.status, fake.text.includes('照片.jpg')]).toEqual([422, true]);
    const four = await filled();
    for (let at = 0; at < 4; at += 1) four.append('files', new File(['x'], `${at}.pdf`));
    expect((await post(path, four)).text).toContain('附件最多 3 个');
    const large = await filled({ files: new File([new Uint8Array(17 * 1024 * 1024)], '大.pdf') });
    expect((await post(path, large)).status).toBe(413);
  });

  test('凭回执号看办理情况：大小写、空格都认；猜的号没有；公示撤下以后也能看', async () => {
    expect((await asking('0000-0000-0000-0000')).text).toContain('没有这个回执号');
    expect((await asking(code.toLowerCase().replaceAll('-', ' '))).text).toContain('等受理人受理');
    const { bureau, act } = hanging;
    const [row] = await bureau.world.store.read((tx) => tx.objections(HERE.organisationId));
    await bureau.done('王强', act.objecting('吴㙦', row?.objectionId ?? ''));
    expect((await asking(code)).text).toContain('已受理，将在2026年6月24日以前答复');
    await bureau.done('张建国', act.answering('吴㙦', row?.objectionId ?? '', false));
    hanging.at('2026-06-25T01:00:00.000Z');
    expect((await fetch(path)).status).toBe(404);
    const answered = await asking(code);
    expect(answered.text).toContain('经核对，原评议有据');
    expect(answered.text).not.toMatch(/何苦香|吴/);
    hanging.at('2026-06-16T02:00:00.000Z');
  });

  test('从一处来的太多就请稍等，说清怎么另外提出；换一处照常，登录的人不受影响', async () => {
    place = 'flood';
    const answers = [];
    for (let at = 0; at < 24; at += 1) answers.push(await post(path, await filled({ name: '' })));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(4);
    expect(refused[0]?.text).toContain('王强，电话 8021');
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    place = 'elsewhere';
    expect((await post(path, await filled({ name: '' }))).status).toBe(422);
    expect((await fetch(`${hanging.serving.url}api/session`)).status).toBe(200);
  });

  test('附件叫什么都只是名字，带脚本的提醒受理人；下载只作附件，不在本站打开', async () => {
    place = 'attached';
    const form = await filled({ line: '4' });
    const script = pdf('8 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj');
    for (const name of [HOSTILE_NAME, '..\\..\\\u202Efdp.html', `O'Brien (1).pdf`])
      form.append('files', new File([new Uint8Array(script)], name));
    expect((await post(path, form)).status).toBe(200);
    const receiver = await hanging.signedIn('王强');
    const { objections } = await receiver.done<{
      objections: { id: string; state: string; member: { id: string } }[];
    }>('GET', `api/organisations/${HERE.organisationId}/objections`);
    const { id, member } = objections.find(({ state }) => state === 'waiting') ?? {
      id: '',
      member: { id: '' },
    };
    const about = `${HERE.organisationId}/${HERE.year}/${HERE.period}/${member.id}/${id}`;
    const { files } = await receiver.done<{ files: object[] }>(
      'GET',
      `api/books/${HERE.organisationId}/years/${HERE.year}/rounds/${HERE.period}/members/${member.id}/objections/${id}`,
    );
    expect(files).toMatchObject(
      KEPT.map((name, at) => ({ number: at + 1, name, warnings: ['内含脚本，打开时请不要允许运行'] })),
    );
    for (const [at, name] of KEPT.entries()) {
      const { status, headers } = await receiver.ask('GET', `objection-files/${about}/${at + 1}`);
      expect(status).toBe(200);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': attachmentNamed(name, `objection-${at + 1}`),
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    }
  });

  test('数据目录的每个文件里都没有异议人，也没有异议的话', () => {
    const { dataDir } = hanging.serving;
    const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    expect(files.map(({ name }) => name)).toContain('objections.key');
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(join(parentPath, name));
      for (const secret of [CANARY.name, CANARY.reach, '窗口没有人', code])
        expect([name, bytes.includes(secret)]).toEqual([name, false]);
    }
  });
});
