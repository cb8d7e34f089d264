// Somebody at a browser: keeps cookies, says where the request comes from, sends the form token of the session.
export type Heard = { readonly status: number; readonly text: string; readonly headers: Headers };

let keys = 0;
export const freshKey = () => `person-key-${(keys += 1)}`;

export class Person {
  readonly url: string;
  readonly cookies = new Map<string, string>();

  constructor(url: string) {
    this.url = url;
  }

  async ask(method: string, path: string, body?: unknown, more: Record<string, string> = {}): Promise<Heard> {
    const headers = new Headers({ cookie: this.cookie(), ...more });
    if (method !== 'GET') {
      // a form says itself where its parts end
      if (!(body instanceof FormData)) headers.set('content-type', 'application/json');
      if (!headers.has('idempotency-key')) headers.set('idempotency-key', freshKey());
      if (!headers.has('origin')) headers.set('origin', new URL(this.url).origin);
      if (!headers.has('x-jifen-token')) headers.set('x-jifen-token', await this.token());
    }
    const response = await fetch(new URL(path, this.url), {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body: wireOf(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split('; ');
      const [name = '', value = ''] = pair.split('=');
      if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: response.status, text: await response.text(), headers: response.headers };
  }

  /** The answer to what must be allowed. */
  async done<T>(method: string, path: string, body?: unknown): Promise<T> {
    const { status, text } = await this.ask(method, path, body);
    if (status !== 200) throw new Error(`${method} ${path}: ${status} ${text}`);
    return JSON.parse(text) as T;
  }

  async token(): Promise<string> {
    const response = await fetch(new URL('api/session', this.url), { headers: { cookie: this.cookie() } });
    return ((await response.json()) as { token: string }).token;
  }

  private cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** Text goes as it is: a body JSON.stringify would not write. */
const wireOf = (body: unknown) =>
  body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body);

export const PASSWORD = '清江-Fangxun-2026';

export type Code = { readonly userId: string; readonly code: string };

/** 孙丽 and 周涛 administer; 孙丽 is signed in. */
export async function setUp(url: string, token: string): Promise<{ security: Person; systemCode: string }> {
  const security = new Person(url);
  const { code } = await security.done<Code>('POST', 'api/setup', {
    token,
    securityAdministrator: { username: 'sunli', name: '孙丽', password: PASSWORD },
    systemAdministrator: { username: 'zhoutao', name: '周涛' },
  });
  await security.done('POST', 'api/session', { username: 'sunli', password: PASSWORD });
  return { security, systemCode: code };
}

export async function redeemed(url: string, username: string, code: string): Promise<Person> {
  const person = new Person(url);
  await person.done('POST', 'api/session/code', { username, code, password: PASSWORD });
  return person;
}
