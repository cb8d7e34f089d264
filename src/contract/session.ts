/** Who is asking, and how one comes to be known: set-up, signing in, one's own password, second factor and sessions. */
import { z } from 'zod';
import { asking, heading } from './wire.ts';

const typed = z.string().max(200);
const name = z.string().max(100);

/** What is left to do before the person is known to the rest of the program. */
const pending = z.enum(['changePassword', 'enrolSecondFactor', 'proveSecondFactor']);

const heldOffice = z.object({
  organisation: heading,
  office: heading,
  scope: z.string().nullable(),
});

const session = z.object({
  /** False: no account exists, whoever sits at the machine keeps the books. */
  isSetUp: z.boolean(),
  /** For the header X-Jifen-Token of whatever changes something; it changes with the session. */
  token: z.string(),
  /** What a password must have. */
  passwords: z.enum(['dengbao', 'nist']),
  /** What the organisation's own identity provider is called; null: there is none. */
  oidc: z.string().nullable(),
  who: z
    .object({
      name: z.string(),
      username: z.string(),
      pending: z.array(pending),
      /** The privacy notice now in force is still to be read; nothing waits for it. */
      notice: z.boolean(),
      /** One belongs to an organisation that is an example: every page says so. */
      example: z.boolean(),
      offices: z.array(heldOffice),
      /** Own years: the organisation one is a member of, and one's id there. */
      own: z.array(z.object({ organisation: heading, member: z.string(), years: z.array(z.int()) })),
    })
    .nullable(),
  /** Abilities that are asked of the machine as a whole, or that are had in some organisation. */
  may: z.array(z.string()),
});
export type Session = z.infer<typeof session>;

const next = z.object({ next: z.enum(['secondFactor', 'done']) });
const nothing = z.object({});
const deskCode = z.object({ userId: z.string(), code: z.string(), expiresAt: z.string() });
const post = (path: `/${string}`, summary: string) => ({ method: 'POST', path, summary }) as const;
const password = z.object({ password: typed });

export const sessionScreen = {
  session: asking('anyone').route({ method: 'GET', path: '/session', summary: '谁在使用' }).output(session),
  setUp: asking('anyone')
    .route(post('/setup', '首次设置：设立安全保密管理员和系统管理员'))
    .input(
      z.object({
        token: typed,
        securityAdministrator: z.object({ username: name, name, password: typed }),
        systemAdministrator: z.object({ username: name, name }),
      }),
    )
    .output(deskCode),
  signIn: asking('anyone')
    .route(post('/session', '登录'))
    .input(z.object({ username: name, password: typed }))
    .output(next),
  signInSecond: asking('anyone')
    .route(post('/session/second-factor', '登录第二步：验证码'))
    .input(z.object({ kind: z.enum(['totp', 'recovery']), code: name }))
    .output(next),
  redeemCode: asking('anyone')
    .route(post('/session/code', '用一次性开通码设定密码并登录'))
    .input(z.object({ username: name, code: name, password: typed }))
    .output(next),
  startOidc: asking('anyone')
    .route(post('/session/oidc', '用统一身份认证登录：到认证页面去的地址'))
    .output(z.object({ location: z.string() })),
  signOut: asking('anyone').route(post('/session/end', '退出')).output(nothing),
  changePassword: asking('anyone')
    .route(post('/me/password', '修改自己的密码'))
    .input(z.object({ current: typed, next: typed }))
    .output(nothing),
  enrolFactor: asking('anyone')
    .route(post('/me/second-factor', '开启两步验证'))
    .input(password)
    .output(z.object({ uri: z.string(), picture: z.string(), recoveryCodes: z.array(z.string()) })),
  confirmFactor: asking('anyone')
    .route(post('/me/second-factor/confirmation', '用第一个验证码确认两步验证'))
    .input(z.object({ code: name }))
    .output(nothing),
  dropFactor: asking('signedIn')
    .route(post('/me/second-factor/end', '关闭两步验证'))
    .input(password)
    .output(nothing),
  ownSessions: asking('signedIn')
    .route({ method: 'GET', path: '/me/sessions', summary: '自己的登录' })
    .output(
      z.object({
        hasSecondFactor: z.boolean(),
        sessions: z.array(
          z.object({
            sessionId: z.string(),
            current: z.boolean(),
            startedAt: z.string(),
            lastSeenAt: z.string(),
            address: z.string(),
            userAgent: z.string(),
          }),
        ),
      }),
    ),
  revokeSessions: asking('signedIn')
    .route(post('/me/sessions/end', '结束自己的登录'))
    .input(z.object({ which: z.union([z.literal('others'), z.object({ sessionId: name })]) }))
    .output(z.object({ ended: z.int() })),
};
