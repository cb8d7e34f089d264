import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../src/contract/contract.ts';
import { ABILITY_NAMES } from '../../src/domain/access.ts';
import { createApp, OTHER_ROUTES } from '../../src/server/app.ts';
import { onlyYear, readJson, send, serve, type Serving, withServices } from './serving.ts';

let serving: Serving;
beforeAll(async () => {
  serving = await serve({ example: true });
});
afterAll(() => serving.stop());

describe('每个地址都写明要什么权限', () => {
  test('合约里的每一条', () => {
    const known = [...ABILITY_NAMES, 'anyone', 'signedIn'];
    for (const [name, route] of Object.entries(contract))
      expect(known, name).toContain(route['~orpc'].meta.ability);
  });

  test('合约以外的每一条都列在表里', async () => {
    const paths = await withServices(async (services) => {
      const { routes } = createApp(services);
      await services.world.store.close();
      return routes.filter(({ method, path }) => method !== 'ALL' || path !== '/*').map(({ path }) => path);
    });
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) expect(Object.keys(OTHER_ROUTES)).toContain(path);
  });
});

describe('安全响应头', () => {
  const EXPECTED = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };

  test.each(['', 'healthz', 'api/books', 'nowhere', 'api/nowhere', 'templates/roster.xlsx', 'openapi.json'])(
    '/%s',
    async (path) => {
      const { headers } = await fetch(`${serving.url}${path}`);
      expect(Object.fromEntries(headers)).toMatchObject(EXPECTED);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  test('每次回答的随机数不同，页面里带的就是它', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await fetch(serving.url);
        const nonce =
          /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';
        const page = await response.text();
        expect(page.includes(`nonce="${nonce}"`) || page.includes(`nonce='${nonce}'`)).toBe(true);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  test('账册内容不许缓存', async () => {
    const { api, id } = await onlyYear(serving.url);
    for (const url of [api, `${serving.url}api/books`, `${serving.url}papers/${id}/2026/yearGrading`])
      expect((await fetch(url)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('出错时说中文，不泄露内情', () => {
  const LEAKS = /\/work|node_modules|\bat \w+ \(|select |insert |SQLITE|\.ts:/i;

  test.each([
    ['api/nowhere', 404],
    ['api/books/unknown/years/2026', 404],
    ['api/books/unknown/years/abc', 400],
    ["api/books/a'%20or%201=1--/years/2026", 404],
    ['papers/unknown/2026/all', 404],
    ['papers/unknown/99999999999999999999/all', 404],
    ['api/verification?head=zz', 400],
    ['templates/..%2fpackage.json', 404],
  ])('/%s：%d', async (path, status) => {
    const response = await fetch(`${serving.url}${path}`);
    const body = await response.text();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status, detail: expect.stringMatching(/[一-鿿]/) as string });
    expect(body).not.toMatch(LEAKS);
  });

  test.each(['figures', 'p9.base', 'p1.nothing', 'year.', '__proto__', 'constructor'])(
    '没有“%s”这个数：404',
    async (figure) => {
      const { api } = await onlyYear(serving.url);
      const table = await readJson<{ members: { id: string }[] }>(api);
      const response = await fetch(`${api}/members/${table.members[0]?.id}/statements/${figure}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'figureUnknown' });
    },
  );

  test('没有的页面：404，不靠脚本也能读', async () => {
    const response = await fetch(`${serving.url}nowhere`);
    const page = await response.text();
    expect(response.status).toBe(404);
    expect(page).toContain('没有这一页');
    expect(page).toContain('href="/"');
    expect(page).not.toContain('<script');
  });

  test('浏览器不运行脚本时，页面说明怎么办', async () => {
    expect(await (await fetch(serving.url)).text()).toMatch(
      /<noscript>[\s\S]*npx jifen year[\s\S]*<\/noscript>/,
    );
  });

  test('超过 20 MB：413', async () => {
    const body = Buffer.alloc(21 * 1024 * 1024);
    const { host } = new URL(serving.url);
    const answer = await send(
      `${serving.url}api/opening/files`,
      'POST',
      {
        host,
        'idempotency-key': 'too-large-0001',
        'content-type': 'application/octet-stream',
        'content-length': String(body.length),
      },
      body,
    ).catch((error: NodeJS.ErrnoException) => error);
    // The server may hang up on the rest of a body it refuses.
    if (answer instanceof Error)
      expect(['ECONNRESET', 'EPIPE']).toContain((answer as NodeJS.ErrnoException).code);
    else expect(answer.status).toBe(413);
  });
});

describe('给程序看的', () => {
  test('/healthz 说明引擎和落盘方式', async () => {
    const health = await readJson<Record<string, string>>(`${serving.url}healthz`);
    expect(health).toMatchObject({ status: 'ok', engine: 'sqlite' });
    expect(health['durability']).toMatch(/synchronous=full/i);
  });

  test('/openapi.json 列出合约的每一条', async () => {
    const document = await readJson<{
      openapi: string;
      paths: Record<string, Record<string, { operationId?: string }>>;
    }>(`${serving.url}openapi.json`);
    expect(document.openapi).toMatch(/^3\.1/);
    const operations = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(operations)).toEqual(new Set(Object.keys(contract)));
  });

  test('网页文件：带指纹的可以长期缓存，没变就回 304', async () => {
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await (await fetch(serving.url)).text())?.[1] ?? '';
    const first = await fetch(new URL(script, serving.url));
    expect(first.headers.get('cache-control')).toContain('immutable');
    const again = await fetch(new URL(script, serving.url), {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});
