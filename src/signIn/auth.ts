/** better-auth, held to what this program needs: names and passwords, second factor, one OIDC provider. No e-mail, no sign-up. */
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { username } from 'better-auth/plugins/username';
import type { CookieProfile } from './cookies.ts';
import type { Hashing } from './hashing.ts';
import type { OidcSettings, SignInDatabase, SignInSettings } from './ports.ts';
import { renewSession } from './renewSession.ts';

export const AUTH_PATH = '/auth';
export const PROVIDER = 'oidc';
/** Set by this room alone, from the socket and the configured proxies; a client's own is dropped. */
export const ADDRESS_HEADER = 'x-jifen-address';
const PRODUCT = '党员积分制管理系统';

export type AuthParts = SignInDatabase & {
  readonly secret: string;
  readonly settings: SignInSettings;
  readonly cookies: CookieProfile;
  readonly hashing: Hashing;
  readonly now: () => string;
  readonly newId: () => string;
};

export type Auth = ReturnType<typeof openAuth>;

const HOUR = 3_600;
const CHALLENGE_SECONDS = 300;

export function openAuth(parts: AuthParts) {
  const { db, engine, secret, settings, hashing } = parts;
  return betterAuth({
    appName: PRODUCT,
    baseURL: settings.origin,
    basePath: AUTH_PATH,
    secret,
    database: { db, type: engine, transaction: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // counted by this room, per account and per address (attempts.ts)
    rateLimit: { enabled: false },
    trustedOrigins: [new URL(settings.origin).origin],
    emailAndPassword: {
      enabled: false,
      maxPasswordLength: 1_000,
      password: { hash: hashing.hash, verify: ({ hash, password }) => hashing.verify(password, hash) },
    },
    user: {
      modelName: 'signInUser',
      additionalFields: { suspendedAt: ours, passwordSetAt: ours, founding: ours },
    },
    session: {
      modelName: 'signInSession',
      expiresIn: settings.absoluteHours * HOUR,
      disableSessionRefresh: true,
      additionalFields: {
        startedAt: ours,
        seenAt: ours,
        provedAt: ours,
        secondFactorAt: ours,
        way: ours,
        office: ours,
      },
    },
    account: { modelName: 'signInAccount', updateAccountOnSignIn: false, accountLinking: { enabled: false } },
    verification: { modelName: 'signInVerification' },
    advanced: advanced(parts),
    databaseHooks: {
      session: { create: { before: async (session, context) => begun(parts, session, context?.path ?? '') } },
    },
    onAPIError: { errorURL: `${settings.origin}${AUTH_PATH}/error` },
    plugins: [
      // any name is looked up alike: a malformed one must not be answered differently from an unknown one
      username({
        minUsernameLength: 1,
        maxUsernameLength: 1_000,
        usernameValidator: () => true,
        displayUsername: false,
      }),
      twoFactor({
        issuer: PRODUCT,
        twoFactorTable: 'signInTwoFactor',
        twoFactorCookieMaxAge: CHALLENGE_SECONDS,
        accountLockout: { enabled: false },
        allowPasswordless: true,
      }),
      renewSession(parts.now),
      ...(settings.oidc === undefined ? [] : [provider(settings.oidc)]),
    ],
  });
}

/** A column this room writes; nothing a client sends may. */
const ours = { type: 'string', required: false, input: false } as const;

function advanced({ cookies, newId }: AuthParts) {
  return {
    cookiePrefix: cookies.prefix,
    // the `__Host-` prefix is already in the name; better-auth would put `__Secure-` before it
    useSecureCookies: false,
    defaultCookieAttributes: { secure: cookies.secure, httpOnly: true, sameSite: 'lax', path: '/' },
    ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] as string[] },
    database: { generateId: () => newId() },
  } as const;
}

/** Nobody signs up this way: the subject must have been bound to an account at the desk. No token of theirs is kept. */
function provider(oidc: OidcSettings) {
  const claim = oidc.subjectClaim ?? 'sub';
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER,
        discoveryUrl: oidc.discoveryUrl,
        requireIdTokenVerification: true,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        scopes: ['openid', 'profile'],
        pkce: true,
        disableSignUp: true,
        disableImplicitSignUp: true,
        overrideUserInfo: false,
        accountSubject: ({ profile }) => asText(profile[claim]),
        // better-auth wants an address; this one belongs to nobody and matches nobody
        mapProfileToUser: (profile) => ({
          email: `${asText(profile[claim])}@oidc.invalid`,
          emailVerified: false,
          name: asText(profile.name),
        }),
      },
    ],
  });
}

const asText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

type Begun = Partial<
  Record<'startedAt' | 'seenAt' | 'provedAt' | 'secondFactorAt' | 'way' | 'office', string | null>
>;

/** Every session of every way in passes here: none for a suspended account, and none longer than the absolute limit. */
async function begun(
  { db, settings, now }: AuthParts,
  session: { userId: string; expiresAt: Date } & Record<string, unknown>,
  path: string,
): Promise<{ data: typeof session }> {
  const user = await db
    .selectFrom('signInUser')
    .select(['suspendedAt'])
    .where('id', '=', session.userId)
    .executeTakeFirst();
  if (user === undefined || user.suspendedAt !== null) throw new APIError('FORBIDDEN', { code: SUSPENDED });
  const at = now();
  const earlier = session as Begun;
  const startedAt = earlier.startedAt ?? at;
  const way = earlier.way ?? (path.startsWith('/callback') ? 'oidc' : 'password');
  const isProved =
    path.startsWith('/two-factor/verify') || (way === 'oidc' && settings.oidc?.provesSecondFactor === true);
  const latest = Date.parse(startedAt) + settings.absoluteHours * HOUR * 1_000;
  return {
    data: {
      ...session,
      startedAt,
      way,
      seenAt: at,
      provedAt: earlier.provedAt ?? at,
      secondFactorAt: isProved ? at : (earlier.secondFactorAt ?? null),
      office: earlier.office ?? null,
      expiresAt: new Date(Math.min(session.expiresAt.getTime(), latest)),
    },
  };
}

export const SUSPENDED = 'SUSPENDED';
