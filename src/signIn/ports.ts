/** What sign-in needs from outside, how it is configured, and what it tells the rest of the program. */
import type { Kysely } from 'kysely';
import type { Refusal } from '../domain/refusal.ts';
import type { SignInTables } from './tables.ts';

/**
 * Where accounts and sessions lie: a file of their own beside the embedded books (a second connection to the books' file
 * would deadlock while a transaction awaits), the same database on a server. The Kysely must map camelCase to snake_case.
 */
export type SignInDatabase = { readonly db: Kysely<SignInTables>; readonly engine: 'sqlite' | 'postgres' };

export type Surroundings = SignInDatabase & {
  /** Private folder for the secret and the set-up token. */
  readonly dataDir: string;
  /** Now, a UTC instant. better-auth reads the process's clock itself; the two must be the same clock. */
  readonly now: () => string;
  /** A fresh uuid v7. */
  readonly newId: () => string;
  /** Told on the console: the set-up token, a cost that no longer fits the machine. */
  readonly say: (line: string) => void;
  /** Whether an office this person holds demands a second factor. */
  readonly demandsSecondFactor: (userId: string) => Promise<boolean>;
};

export type OidcSettings = {
  /** Shown on the sign-in page: 「用……登录」. */
  readonly name: string;
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Claim that names the person; the security administrator binds its value to an account. Default `sub`. */
  readonly subjectClaim?: string;
  /** Whether the provider itself asks for a second factor, so that ours is not asked again. */
  readonly provesSecondFactor?: boolean;
};

export type SignInSettings = {
  /** Scheme, host and port people type, such as https://jifen.example.gov.cn; https chooses the `__Host-` cookies. */
  readonly origin: string;
  /** `dengbao`: 等保 (classes, rotation, history). `nist`: length and a block list. */
  readonly passwords: 'dengbao' | 'nist';
  readonly idleMinutes: number;
  readonly absoluteHours: number;
  /** How long a fresh proof of identity lasts. */
  readonly freshMinutes: number;
  readonly codeHours: number;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  readonly proxies: readonly string[];
  /** Failures from one address in fifteen minutes, over all accounts, before strangers at it must wait. */
  readonly addressFailures: number;
  /** Secret given by configuration; by default one is made in the data folder. */
  readonly secret?: string;
  readonly oidc?: OidcSettings;
};

export const DEFAULTS = {
  passwords: 'dengbao',
  idleMinutes: 30,
  absoluteHours: 12,
  freshMinutes: 10,
  codeHours: 72,
  proxies: [],
  addressFailures: 100,
} as const satisfies Omit<SignInSettings, 'origin'>;

/** A request as far as sign-in looks at it; `peer` is the address of the socket. */
export type Caller = { readonly headers: Headers; readonly peer: string };

/** Who is asking, proved by a live session with nothing left to do. */
export type Identity = {
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  /** Names the session in lists and records; not the secret in the cookie. */
  readonly sessionId: string;
  /** The office the person acts in, null until one is chosen. */
  readonly office: string | null;
  /** When identity was last proved by password or second factor, a UTC instant. */
  readonly provedAt: string;
  /** True within freshMinutes of that: asked before approving, publishing, exporting. */
  readonly freshlySignedIn: boolean;
};

/** What a signed-in person has to do before `identify` knows them. */
export type Pending = 'changePassword' | 'enrolSecondFactor' | 'proveSecondFactor';

/** A session that may not be complete: for the sign-in pages alone. */
export type Glimpse = Identity & { readonly pending: readonly Pending[] };

/** `cookies` are whole Set-Cookie values; the server appends each as a header of its own. */
export type Answer<T = object> =
  | (T & { readonly refused?: undefined; readonly cookies: readonly string[] })
  | Refusal;

export type SignedIn = { readonly next: 'secondFactor' } | { readonly next: 'done'; readonly userId: string };

/** A session as its owner sees it in the list. */
export type OwnSession = {
  readonly sessionId: string;
  readonly current: boolean;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly address: string;
  readonly userAgent: string;
};
