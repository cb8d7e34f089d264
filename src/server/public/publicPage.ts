/** The frame of every page outside sign-in: no script, no file to fetch, one style with the answer's nonce, for no search engine. */
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import { PUBLIC_STYLE } from './publicStyle.ts';

const nonceOf = (context: Context): string => (context.get('secureHeadersNonce') as string | undefined) ?? '';

/** `body` is markup already; `style` adds to the common one. */
export async function publicPage(
  context: Context,
  status: 200 | 404 | 413 | 422 | 429 | 503,
  { title, body, style = '' }: { readonly title: string; readonly body: string; readonly style?: string },
): Promise<Response> {
  context.header('cache-control', 'no-store');
  context.header('x-robots-tag', 'noindex, nofollow, noarchive');
  return context.html(
    html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<meta name="robots" content="noindex, nofollow, noarchive">
<link rel="icon" href="data:,">
<title>${title}</title>
<style nonce="${nonceOf(context)}">${raw(PUBLIC_STYLE + style)}</style>
</head>
<body>${raw(body)}</body>
</html>`,
    status,
  );
}
