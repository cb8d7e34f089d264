/** problem+json (RFC 9457) in Chinese. Never a stack, a query or a path: those go to the log under `instance`. */
import { ORPCError } from '@orpc/server';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { sentenceOf } from '../signIn/sentences.ts';
import { refusalSentence } from '../service/views/refusalWords.ts';
import { statusOf } from './statuses.ts';

export type Problem = {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly clause?: string | null;
  readonly problems?: readonly unknown[];
  /** What stands there now, when another has saved it meanwhile. */
  readonly current?: { readonly version: number; readonly savedAt: string; readonly content: unknown };
};

const TITLES: Readonly<Record<number, string>> = {
  400: '请求不合规定',
  401: '需要登录',
  403: '不允许',
  404: '没有找到',
  405: '不支持这样的请求',
  409: '与现有账册冲突',
  412: '内容已被别人改动',
  413: '文件太大',
  421: '地址不对',
  422: '内容需要改正',
  429: '尝试过多',
  503: '暂时不能办理',
  507: '磁盘已满',
};
const FAULT = '程序出了错，已经记在运行日志里。请稍后重试；仍不行，请把日志交给维护的人。';

export function problem(status: number, code: string, detail: string, more: Partial<Problem> = {}): Problem {
  return { type: 'about:blank', title: TITLES[status] ?? '程序出错', status, detail, code, ...more };
}

export const problemResponse = (body: Problem, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  });

export function refusalProblem(refusal: Refusal, problems?: readonly unknown[]): Problem {
  return problem(statusOf(refusal.code), refusal.code, sentenceOf(refusal) ?? refusalSentence(refusal), {
    clause: refusal.clause,
    ...currentIn(refusal),
    ...(problems === undefined ? {} : { problems }),
  });
}

function currentIn({ code, params: { found, content, savedAt } }: Refusal): Pick<Problem, 'current'> {
  if (code !== 'versionConflict' || typeof content !== 'string') return {};
  return {
    current: { version: Number(found), savedAt: String(savedAt), content: JSON.parse(content) as unknown },
  };
}

/** What BooksHeld is to whoever asked. */
export const held = refuse('booksHeld', null, {});

/** A refusal on its way through oRPC. */
export const thrown = (refusal: Refusal, problems?: readonly unknown[]) => {
  const body = refusalProblem(refusal, problems);
  return new ORPCError('REFUSED', { status: body.status, message: body.detail, data: body });
};

/** The answer itself, or its refusal thrown as oRPC wants it. */
export function granted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw thrown(answer);
  return answer;
}

export function problemOf(error: ORPCError<string, unknown>): Problem {
  if (error.code === 'REFUSED') return error.data as Problem;
  if (error.status === 404) return notFound();
  if (error.status >= 500) return problem(500, 'fault', FAULT);
  const places = placesIn(error.data);
  const where = places.length === 0 ? '' : `：${places.join('、')}`;
  return problem(error.status, 'badRequest', `请求里有不合规定的内容${where}。请检查后重做。`);
}

export const notFound = () => problem(404, 'notFound', '没有这个地址。请从首页重新进入。');
export const busy = () => problem(503, 'busy', '现在登录的人太多。请过一分钟再试，已填的内容没有丢。');
export const tooOften = (seconds: number) =>
  problem(
    429,
    'tooOften',
    `这个账号或地址的请求太频繁，先停一停。请过 ${seconds} 秒再试，已填的内容没有丢。`,
  );
export const fault = () => problem(500, 'fault', FAULT);

/** Names of the wrong fields, never their values. */
export function placesIn(data: unknown): readonly string[] {
  const issues =
    (data as { issues?: readonly { path?: readonly unknown[] }[] } | null | undefined)?.issues ?? [];
  const places = issues.map(({ path }) => (path ?? []).map(String).join('.'));
  return [...new Set(places)].filter((place) => place !== '');
}
