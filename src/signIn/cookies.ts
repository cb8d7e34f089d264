/** Cookies under TLS and on a plain-http intranet. The names differ, so that neither is ever taken for the other (promises S6). */
export type CookieProfile = {
  readonly prefix: string;
  readonly secure: boolean;
  readonly session: string;
  readonly device: string;
  readonly challenge: string;
};

/** `__Host-`: the browser itself then insists on Secure, on Path=/ and on no Domain. */
export function cookieProfile(origin: string): CookieProfile {
  const secure = new URL(origin).protocol === 'https:';
  const prefix = secure ? '__Host-jifen' : 'jifen-plain';
  return {
    prefix,
    secure,
    session: `${prefix}.session_token`,
    device: `${prefix}.device`,
    challenge: `${prefix}.two_factor`,
  };
}

const DEVICE_SECONDS = 180 * 86_400;

export function deviceCookie({ device, secure }: CookieProfile, value: string): string {
  return `${device}=${value}; Max-Age=${DEVICE_SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** The value of a cookie of the request, decoded; undefined when absent or malformed. */
export function cookieOf(headers: Headers, name: string): string | undefined {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const [key = '', ...value] = part.trim().split('=');
    if (key !== name) continue;
    try {
      return decodeURIComponent(value.join('='));
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** better-auth signs its cookies as value.signature. */
export function unsigned(cookie: string | undefined): string | undefined {
  const dot = cookie?.lastIndexOf('.') ?? -1;
  return dot > 0 ? cookie?.slice(0, dot) : undefined;
}
