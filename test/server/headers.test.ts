// Promises S3, S4 and S6 over the wire: the whole set of headers of every kind of answer, nothing of the books kept by a browser,
// and a session that does not outlive what its account may do.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Staffed, staffedBranch } from './branch.ts';
import { PASSWORD, type Person } from './person.ts';
import { type ServingWithin, serveWithin } from './serving.ts';

let serving: ServingWithin;
let staffed: Staffed;
let member: Person;
beforeAll(async () => {
  serving = await serveWithin();
  staffed = await staffedBranch(serving);
  member = staffed.member.person;
});
afterAll(() => serving.stop());

/** Every security header, as it must be; nothing may be missing, and nothing be there besides. */
const SECURITY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'nonce'; style-src 'self' 'nonce'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};
/** What an answer says of itself and its connection. */
const OF_THE_ANSWER =
  /^(cache-control|connection|content-(disposition|length|type)|date|etag|keep-alive|location|retry-after|transfer-encoding|x-robots-tag)$/;

const pathsOf = ({ branch }: Staffed) => ({
  kept: [
    '',
    'books',
    'me',
    `branch/${branch.id}/2026`,
    'api/session',
    'api/books',
    `api/books/${branch.id}/years/2026`,
    'api/nowhere',
    `papers/${branch.id}/2026/pointsRecord-${branch.personId('003')}`,
    'papers/unknown/2026/all',
    'own-data/json',
    'own-data/xlsx',
    `evidence/${branch.id}/2026/2/a/b`,
    `notice/${branch.id}/nothing`,
    `objection/${branch.id}`,
    'nowhere',
  ],
  public: ['icon.svg', 'openapi.json', 'healthz', 'templates/roster.xlsx'],
});

test('每种答复的安全响应头就是这一套，不多不少；下载的材料更严', async () => {
  const { kept, public: open } = pathsOf(staffed);
  for (const path of [...kept, ...open]) {
    const { headers } = await member.ask('GET', path);
    const told = Object.fromEntries([...headers].filter(([name]) => !OF_THE_ANSWER.test(name)));
    const policy = told['content-security-policy']?.replaceAll(/'nonce-[\w+/=]{20,}'/g, "'nonce'");
    const sandbox = "sandbox; default-src 'none'; frame-ancestors 'none'";
    const expected = path.startsWith('evidence/') ? sandbox : SECURITY['content-security-policy'];
    expect([path, { ...told, 'content-security-policy': policy }]).toEqual([
      path,
      { ...SECURITY, 'content-security-policy': expected },
    ]);
  }
});

test('登录以后的页面、接口、下载，浏览器都不留', async () => {
  for (const path of pathsOf(staffed).kept) {
    const { headers } = await member.ask('GET', path);
    expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
  }
});

test('授予、免去职务：下一个请求就要重新登录，会话换新的', async () => {
  const { system, branch } = staffed;
  const sessionOf = (person: Person) => person.cookies.get('jifen-plain.session_token');
  const works = async () => (await member.ask('GET', 'api/books')).status;
  const enter = () => member.done('POST', 'api/session', { username: 'zhaomin', password: PASSWORD });
  const offices = `api/organisations/${branch.id}/offices`;
  const person = branch.personId('003');
  const term = { scope: null, from: '2026-01-01', until: null, deputyOf: null, basis: '支部大会' };

  const before = sessionOf(member);
  expect(await works()).toBe(200);
  const { officeId } = await system.done<{ officeId: string }>('POST', offices, {
    office: 'secretary',
    person,
    ...term,
  });
  expect(await works()).toBe(401);
  await enter();
  const between = sessionOf(member);
  expect(await works()).toBe(200);
  await system.done('POST', `${offices}/${officeId}/end`, { on: '2026-06-30', reason: '调离' });
  expect(await works()).toBe(401);
  await enter();
  expect(new Set([before, between, sessionOf(member), undefined]).size).toBe(4);
});
