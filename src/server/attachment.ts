/** Files of others and our own papers: always saved, never shown on our own address. */
import type { MiddlewareHandler } from 'hono';

/** Neither a character of a word of RFC 8187 nor an escape that encodeURIComponent leaves out. */
const LEFT = /['()*]/g;
const escaped = (one: string) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`;

/** Content-Disposition (RFC 6266): the true name, and for the oldest programs a plain one with the same ending. */
export function attachmentNamed(name: string, plain: string): string {
  const ending = /\.[a-z]+$/.exec(name)?.[0] ?? '';
  const encoded = encodeURIComponent(name.toWellFormed()).replace(LEFT, escaped);
  return `attachment; filename="${plain}${ending}"; filename*=UTF-8''${encoded}`;
}

/** Comes before the headers of every answer, so that it has the last word: whatever the file holds, it is nobody's page. */
export const sandboxed: MiddlewareHandler = async (context, next) => {
  await next();
  context.res.headers.set('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
};
