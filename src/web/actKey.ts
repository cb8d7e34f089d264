/** Names an act, so that it is done once: asked again before its answer has come, the same act has the same name (promise C4). */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** By what was asked: what has had no answer yet, lost ones among them. */
const unanswered = new Map<string, string>();

/** Sends it under its name. A file is named by whoever sends it: it is not read twice to tell it from others. */
export async function underItsName(request: Request, send: () => Promise<Response>): Promise<Response> {
  if (request.headers.has('idempotency-key')) return send();
  const isFile = request.headers.get('content-type')?.startsWith('multipart/') === true;
  const asked = isFile ? freshKey() : `${request.method} ${request.url} ${await request.clone().text()}`;
  const key = unanswered.get(asked) ?? freshKey();
  unanswered.set(asked, key);
  request.headers.set('idempotency-key', key);
  const response = await send();
  // above it is a fault, or something in between that knows no better than the page
  if (response.status < 500) unanswered.delete(asked);
  return response;
}
