/**
 * Two people on one draft: what is read carries its version as ETag, and whoever saves says which they have seen, in the body
 * (`expected`) or as If-Match. A draft that has moved on is refused (412) with what stands there now.
 */
type Versioned = { readonly version?: unknown; readonly draft?: unknown };

/** The version of the one draft an answer shows, 0 where one could be begun; undefined: it shows none. */
export function etagOf(output: unknown): string | undefined {
  if (typeof output !== 'object' || output === null) return undefined;
  const { version, draft } = output as Versioned;
  const own = typeof draft === 'object' && draft !== null ? (draft as Versioned).version : version;
  if (Number.isInteger(own)) return `"${own as number}"`;
  return draft === null ? '"0"' : undefined;
}

/** The same request with If-Match as the `expected` of its body, unless the body says it itself. */
export async function withExpected(request: Request): Promise<Request> {
  const seen = /^(?:W\/)?"?(\d{1,9})"?$/.exec(request.headers.get('if-match') ?? '')?.[1];
  const isJson = (request.headers.get('content-type') ?? '').startsWith('application/json');
  if (seen === undefined || !isJson || request.method === 'GET') return request;
  const body = await request.clone().text();
  const content = objectIn(body);
  if (content === undefined || 'expected' in content) return request;
  const whole = JSON.stringify({ ...content, expected: Number(seen) });
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  return new Request(request.url, { method: request.method, headers, body: whole });
}

/** Whatever is no object is refused where it is read. */
function objectIn(text: string): object | undefined {
  try {
    const content = JSON.parse(text) as unknown;
    return typeof content === 'object' && content !== null && !Array.isArray(content) ? content : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
