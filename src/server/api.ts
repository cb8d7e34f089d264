/** /api through oRPC's OpenAPI handler, and /openapi.json from the same contract. */
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { onError } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '../contract/contract.ts';
import { BooksHeld } from '../service/ports/booksHeld.ts';
import type { Asking } from './asking.ts';
import { withExpected } from './preconditions.ts';
import { held, notFound, placesIn, problemOf, problemResponse, thrown } from './problem.ts';
import type { openRoutes } from './routes.ts';
import type { Log } from './services.ts';
import { soundText } from './soundText.ts';

export function openApi(
  routes: ReturnType<typeof openRoutes>,
  log: Log,
): (request: Request, asking: Asking) => Promise<Response> {
  const handler = new OpenAPIHandler(routes, {
    customErrorResponseBodyEncoder: problemOf,
    clientInterceptors: [
      // only what a procedure throws: a body nobody can read is its sender's fault
      onError((error) => {
        if (error instanceof BooksHeld) throw thrown(held);
        const { status = 500, cause } = error as { status?: number; cause?: unknown };
        if (status >= 500) log.error({ err: error, places: placesIn(cause) }, 'request failed');
      }),
      async ({ input, ...rest }) => {
        const refusal = soundText(input);
        if (refusal !== undefined) throw thrown(refusal);
        return rest.next();
      },
    ],
  });
  return async (request, asking) => {
    const { matched, response } = await handler.handle(await withExpected(request), {
      prefix: '/api',
      context: asking,
    });
    if (!matched) return problemResponse(notFound());
    const headers = new Headers(response.headers);
    headers.set('cache-control', 'no-store');
    for (const [name, value] of asking.answer) headers.set(name, value);
    for (const cookie of asking.cookies) headers.append('set-cookie', cookie);
    if (response.status >= 400) headers.set('content-type', 'application/problem+json; charset=utf-8');
    return new Response(response.body, { status: response.status, headers });
  };
}

/** The contract as OpenAPI 3.1; made once, it never changes while the program runs. */
export async function openApiDocument(): Promise<string> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: {
      title: '党员积分制管理系统',
      version: '1',
      description: '分值为两位小数的文字，日期为 YYYY-MM-DD 的文字。',
    },
    servers: [{ url: '/api' }],
  });
  return JSON.stringify(document);
}
