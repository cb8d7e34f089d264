/**
 * Until sign-in exists only this machine may ask: a loopback Host (against DNS rebinding), no foreign Origin on anything
 * that changes the books, and an Idempotency-Key, which no form of another site can send.
 */
import type { MiddlewareHandler } from 'hono';
import { problem, problemResponse } from './problem.ts';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Where the server may listen: names and addresses of this machine alone. */
export const isLoopback = (host: string): boolean =>
  LOOPBACK_NAMES.has(host.toLowerCase()) || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

const nameOf = (hostHeader: string) => hostHeader.replace(/:\d+$/, '').toLowerCase();

export const onlyThisMachine: MiddlewareHandler = async (context, next) => {
  if (isLoopback(nameOf(context.req.header('host') ?? ''))) return next();
  return problemResponse(
    problem(421, 'foreignHost', '这个程序只在本机使用。请在本机的浏览器里打开 http://127.0.0.1 加端口号。'),
  );
};

export const noForeignChange: MiddlewareHandler = async (context, next) => {
  if (READING.has(context.req.method)) return next();
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site');
  const own = `http://${context.req.header('host') ?? ''}`;
  const foreign = origin === undefined ? site !== undefined && site !== 'same-origin' : origin !== own;
  if (foreign)
    return problemResponse(
      problem(403, 'foreignOrigin', '这个请求来自别的网页，没有执行。请在本程序的页面里操作。'),
    );
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
