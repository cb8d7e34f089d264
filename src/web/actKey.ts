/** Names an act, so that it is done once: asked again before its answer has come, the same act has the same name (promise C4). */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** By what was asked: what has had no answer yet, lost ones among them. */
const unanswered = new Map<string, string>();

/** In the books: of signing in, whose words are a password, nothing is remembered, nor is a file read twice to tell it from others. */
const isRemembered = ({ url, headers }: Request): boolean =>
  /^\/api\/(books|organisations)\//.test(new URL(url).pathname) &&
  headers.get('content-type')?.startsWith('multipart/') !== true;

/** Sends it under its name, if it has none yet. */
export async function underItsName(request: Request, send: () => Promise<Response>): Promise<Response> {
  if (request.headers.has('idempotency-key')) return send();
  if (!isRemembered(request)) {
    request.headers.set('idempotency-key', freshKey());
    return send();
  }
  const asked = `${request.method} ${request.url} ${await request.clone().text()}`;
  const key = unanswered.get(asked) ?? freshKey();
  unanswered.set(asked, key);
  request.headers.set('idempotency-key', key);
  const response = await send();
  // above it is a fault, or something in between that knows no better than the page
  if (response.status < 500) unanswered.delete(asked);
  return response;
}
