// Every hostile file of the intake through the server, as a member brings it: refused in a sentence or kept inert, never a fault;
// what is kept is a download that runs nowhere (promises I5, I6, I8).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachmentNamed } from '../../src/server/attachment.ts';
import { FLAGGED, REFUSED } from '../intake/evidence/hostile.ts';
import { pdf } from '../intake/evidence/made.ts';
import { acts, HERE, roundIn } from '../store/rounds.ts';
import { linking, setUp as asOperator } from '../store/bureau.ts';
import { type Code, type Person, redeemed, setUp } from './person.ts';
import { type ServingWithin, serveWithin } from './serving.ts';

let serving: ServingWithin;
let member: Person;
let at: string;
let refused: readonly { readonly what: string; readonly code: string; readonly bytes: Uint8Array }[];

beforeAll(async () => {
  // made before there is a server: a bomb takes the machine for itself while it is made
  refused = await Promise.all(
    REFUSED.map(async ([what, make, code]) => ({ what, code, bytes: await make() })),
  );
  serving = await serveWithin({
    around: (services) => ({
      ...services,
      world: { ...services.world, now: () => '2026-06-01T01:00:00.000Z' },
    }),
  });
  const { world } = serving.services;
  const bureau = await roundIn(world, async () => undefined);
  bureau.on('2026-06-01');
  await bureau.done('李梅', acts(bureau).opening());
  const { organisationId, year, period } = HERE;
  const personId = bureau.id.王强;
  const { security } = await setUp(serving.url, serving.setUpToken);
  const account = { username: 'wangqiang', name: '王强' };
  const { userId, code } = await security.done<Code>('POST', 'api/accounts', account);
  await asOperator(world, { type: 'unlinkAccount', organisationId, personId });
  await asOperator(world, linking(organisationId, personId, userId));
  member = await redeemed(serving.url, account.username, code);
  at = `${organisationId}/${year}/${period}/${personId}`;
});
afterAll(() => serving.stop());

type Line = { readonly id: string; readonly name: string; readonly warnings: readonly string[] };
const { organisationId, year, period } = HERE;

async function brought(name: string, bytes: Uint8Array) {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(bytes)], name));
  const personId = at.split('/').at(-1) ?? '';
  const path = `api/books/${organisationId}/years/${year}/rounds/${period}/members/${personId}/claim-evidence`;
  return member.ask('POST', path, form);
}

test('不是材料的，一份也不收，说清是哪一份；没有一份弄坏程序', async () => {
  const wrong: string[] = [];
  for (const { what, code, bytes } of refused) {
    const { status, text } = await brought(`${what}.png`, bytes);
    const told = JSON.parse(text) as { code: string; detail: string };
    if (status !== 422 || told.code !== code || !/没有保存/.test(told.detail))
      wrong.push(`${what}: ${status} ${text.slice(0, 200)}`);
  }
  expect(wrong).toEqual([]);
  expect(REFUSED.length).toBeGreaterThan(50);
}, 120_000);

test('会运行的 PDF、内嵌文件：收下，提醒，只作下载', async () => {
  for (const [what, make] of FLAGGED) {
    const { status, text } = await brought(`${what}.exe`, await make());
    expect([what, status]).toEqual([what, 200]);
    const { id, name, warnings } = JSON.parse(text) as Line;
    expect(name).toMatch(/\.(pdf|docx)$/);
    expect(warnings).not.toEqual([]);
    await isDownload(id, name);
  }
}, 120_000);

test.each([
  ['../../../etc/passwd', 'passwd.pdf'],
  ['..\\..\\web.config', 'web.pdf'],
  ['a\0.html', 'a_.pdf'],
  ['\u202efdp.exe', '_fdp.pdf'],
  ['a\r\nset-cookie: b=c', 'a__set-cookie_ b=c.pdf'],
  ['"; filename="b.html', '_; filename=_b.pdf'],
  ['"><img src=x onerror=alert(1)>.svg', '___img src=x onerror=alert(1)_.pdf'],
  ['吴'.repeat(3_000), `${'吴'.repeat(66)}.pdf`],
  ['CON', '_CON.pdf'],
])('叫 %j 的，叫 %j', async (given, kept) => {
  const { status, text } = await brought(
    given,
    pdf(`8 0 obj (${encodeURIComponent(given).slice(0, 200)}) endobj`),
  );
  expect(status).toBe(200);
  const { id, name } = JSON.parse(text) as Line;
  expect(name).toBe(kept);
  await isDownload(id, name);
});

async function isDownload(id: string, name: string): Promise<void> {
  const { status, headers } = await member.ask('GET', `evidence/${at}/${id}`);
  expect(status).toBe(200);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-disposition': attachmentNamed(name, 'evidence'),
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect(headers.get('content-type')).toMatch(/^application\/(pdf|vnd\.openxmlformats)/);
}
