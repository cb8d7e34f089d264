/** The built pages from dist/web, held in memory: hashed files for ever, index.html anew with each answer's nonce. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Context } from 'hono';
import { html } from 'hono/html';

type StaticFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string; readonly etag: string };
export type Pages = { readonly index: string | undefined; readonly files: ReadonlyMap<string, StaticFile> };

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};
/** What vite.config.ts leaves in index.html where the nonce goes. */
const NONCE_PLACE = '__NONCE__';

export function readPages(folder: string): Pages {
  const files = new Map<string, StaticFile>();
  let index: string | undefined;
  for (const file of filesBelow(folder)) {
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    const type = TYPES[extname(file)];
    if (path === '/index.html') index = readFileSync(file, 'utf8');
    else if (type !== undefined) files.set(path, staticFile(readFileSync(file), type));
  }
  return { index, files };
}

function filesBelow(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function staticFile(content: Buffer, type: string): StaticFile {
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  return { bytes: new Uint8Array(content), type, etag };
}

export function fileResponse(
  { bytes, type, etag }: StaticFile,
  path: string,
  wanted: string | undefined,
): Response {
  const caching = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  const headers = { 'content-type': type, etag, 'cache-control': caching };
  return wanted === etag ? new Response(null, { status: 304, headers }) : new Response(bytes, { headers });
}

/** Addresses the pages themselves know; any other is a 404, not an empty page. */
export const KNOWN = [
  '',
  'accounts',
  'books',
  'branch/$id/$year',
  'branch/$id/$year/calendar',
  'branch/$id/$year/grading',
  'branch/$id/$year/measure',
  'branch/$id/$year/plans',
  'branch/$id/$year/rounds',
  'branch/$id/$year/rounds/$period',
  'branch/$id/$year/rounds/$period/sheet',
  'branch/$id/$year/rounds/$period/bulletin',
  'branch/$id/$year/rounds/$period/meeting',
  'branch/$id/$year/plans/$id',
  'branch/$id/$year/member/$id',
  'branch/$id/$year/rounds/$period/member/$id',
  'branch/$id/$year/rounds/$period/opinions',
  'branch/$id/$year/member/$id/statement/$figure',
  'me',
  'messages',
  'offices',
  'open',
  'privacy',
  'organisation/$id',
  'organisation/$id/election',
  'organisation/$id/exemption/$id',
  'organisation/$id/exemptions',
  'organisation/$id/notices',
  'organisation/$id/rounds',
  'organisation/$id/findings',
  'organisation/$id/objections',
  'organisation/$id/objections/$year/$period/$id/$id',
  'organisation/$id/register',
  'organisation/$id/handover',
  'organisation/$id/rules',
  'organisation/$id/rules/draft',
  'organisation/$id/rules/difference',
  'organisation/$id/rules/rehearsal',
  'organisation/$id/register/$id',
  'setup',
  'sign-in',
];
const PLACES: Readonly<Record<string, string>> = {
  $id: '[\\w-]{1,100}',
  $year: '\\d{4}',
  $period: '\\d{1,2}',
  $figure: '[\\w.-]{1,60}',
};
const PATTERN = new RegExp(
  `^/(?:${KNOWN.map((path) => path.replaceAll(/\$\w+/g, (place) => PLACES[place] ?? '')).join('|')})/?$`,
);

export const isPage = (path: string): boolean => PATTERN.test(path);

export function pageResponse(context: Context, { index }: Pages): Response | Promise<Response> {
  context.header('cache-control', 'no-store');
  if (index === undefined)
    return plainPage(
      context,
      503,
      '网页还没有生成',
      '请停下本程序，在程序目录里运行 npm start，它会先生成网页再启动。',
    );
  return context.html(index.replaceAll(NONCE_PLACE, nonceOf(context)));
}

const nonceOf = (context: Context): string => (context.get('secureHeadersNonce') as string | undefined) ?? '';

/** A page that needs nothing but the browser: no script, no style file. */
export function plainPage(context: Context, status: 404 | 503, title: string, detail: string) {
  context.header('cache-control', 'no-store');
  return context.html(
    html`<!doctype html>
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>${title} · 党员积分制管理系统</title>
          <style nonce="${nonceOf(context)}">
            :root { color-scheme: light dark; }
            body { font: 1rem/1.75 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem; }
            a { display: inline-block; padding: 0.75rem 0; }
          </style>
        </head>
        <body>
          <main>
            <h1>${title}</h1>
            <p>${detail}</p>
            <p><a href="/">回到首页</a></p>
          </main>
        </body>
      </html>`,
    status,
  );
}
