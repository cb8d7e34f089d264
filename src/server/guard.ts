/**
 * Only our own address is answered (against DNS rebinding): before set-up this machine's, afterwards the one people type.
 * No foreign Origin on anything that changes something, and an Idempotency-Key, which no form of another site can send.
 */
import type { MiddlewareHandler } from 'hono';
import type { People } from './services.ts';
import { problem, problemResponse } from './problem.ts';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const PLAIN_FORM = /^\/(?:notice\/[^/]+\/[^/]+\/object|objection\/[^/]+)$/;
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Where the server may listen: names and addresses of this machine alone. */
export const isLoopback = (host: string): boolean =>
  LOOPBACK_NAMES.has(host.toLowerCase()) || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

const nameOf = (hostHeader: string) => hostHeader.replace(/:\d+$/, '').toLowerCase();

export const onlyOwnHost =
  ({ origin }: Pick<People, 'origin'>): MiddlewareHandler =>
  async (context, next) => {
    const asked = context.req.header('host') ?? '';
    if (isLoopback(nameOf(asked)) || asked.toLowerCase() === hostOf(origin())) return next();
    const detail = isLoopback(nameOf(hostOf(origin())))
      ? '这个程序只在本机使用。请在本机的浏览器里打开 http://127.0.0.1 加端口号。'
      : `请使用本系统的网址 ${origin()} 。`;
    return problemResponse(problem(421, 'foreignHost', detail));
  };

const hostOf = (origin: string) => (origin === '' ? '127.0.0.1' : new URL(origin).host);

export const noForeignChange: MiddlewareHandler = async (context, next) => {
  if (READING.has(context.req.method)) return next();
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site');
  const host = context.req.header('host') ?? '';
  const foreign =
    origin === undefined
      ? site !== undefined && site !== 'same-origin'
      : origin !== `http://${host}` && origin !== `https://${host}`;
  if (foreign)
    return problemResponse(
      problem(403, 'foreignOrigin', '这个请求来自别的网页，没有执行。请在本程序的页面里操作。'),
    );
  // a plain form cannot send a header: it carries its key as a hidden field
  if (PLAIN_FORM.test(context.req.path)) return next();
  const key = context.req.header('idempotency-key') ?? '';
  if (!/^[\w-]{8,100}$/.test(key))
    return problemResponse(
      problem(
        400,
        'keyMissing',
        '缺少请求编号（Idempotency-Key，8 到 100 位字母、数字、- 或 _），没有执行。',
      ),
    );
  return next();
};
