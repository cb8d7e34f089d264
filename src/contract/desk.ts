/** The desk of the security administrator, and the record the audit administrator reads. */
import { z } from 'zod';
import { asking } from './wire.ts';

const name = z.string().max(100);
const one = z.object({ userId: z.string().min(1).max(100) });
const post = (path: `/${string}`, summary: string) => ({ method: 'POST', path, summary }) as const;
const deskCode = z.object({ userId: z.string(), code: z.string(), expiresAt: z.string() });
export type DeskCode = z.infer<typeof deskCode>;

const account = z.object({
  userId: z.string(),
  username: z.string(),
  name: z.string(),
  suspended: z.boolean(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** May not be acted on: one's own. */
  own: z.boolean(),
});
export type Account = z.infer<typeof account>;

const auditEntry = z.object({
  id: z.string(),
  at: z.string(),
  act: z.string(),
  result: z.string(),
  who: z.string(),
  account: z.string(),
  address: z.string(),
  detail: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const deskScreen = {
  accounts: asking('createAccount')
    .route({ method: 'GET', path: '/accounts', summary: '账号名单' })
    .output(z.object({ accounts: z.array(account) })),
  createAccount: asking('createAccount')
    .route(post('/accounts', '建立账号，给出一次性开通码'))
    .input(z.object({ username: name, name }))
    .output(deskCode),
  resetAtDesk: asking('resetAtDesk')
    .route(post('/accounts/{userId}/reset', '当面重置密码，给出一次性开通码'))
    .input(one.extend({ clearSecondFactor: z.boolean() }))
    .output(deskCode),
  bindSubject: asking('bindSubject')
    .route(post('/accounts/{userId}/subject', '把统一身份账号绑定到这个账号'))
    .input(one.extend({ subject: z.string().trim().min(1).max(200) }))
    .output(z.object({})),
  suspend: asking('suspend')
    .route(post('/accounts/{userId}/suspension', '停用账号'))
    .input(one)
    .output(z.object({})),
  resume: asking('suspend')
    .route(post('/accounts/{userId}/suspension/end', '恢复账号'))
    .input(one)
    .output(z.object({})),
  endSessions: asking('endSessions')
    .route(post('/accounts/{userId}/sessions/end', '结束这个账号的全部登录'))
    .input(one)
    .output(z.object({})),
  audit: asking('readAudit')
    .route({ method: 'GET', path: '/audit', summary: '登录审计记录' })
    .input(z.object({ before: name.optional() }))
    .output(z.object({ entries: z.array(auditEntry), more: z.boolean() })),
};
