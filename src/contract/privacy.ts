/** What people are told of their data, and who looked at it. */
import { z } from 'zod';
import { asking, dayText } from './wire.ts';

const notice = z.object({
  version: z.string(),
  from: dayText,
  title: z.string(),
  basis: z.string(),
  sections: z.array(z.object({ heading: z.string(), text: z.array(z.string()) })),
  /** Whom to ask, in each organisation of the reader's own. */
  contacts: z.array(z.object({ organisation: z.string(), contact: z.string() })),
  /** Whether the reader is to say that this version has been read; false also before signing in. */
  toAcknowledge: z.boolean(),
});
export type NoticeAnswer = z.infer<typeof notice>;

const look = z.object({
  at: z.string(),
  /** Who looked, and the offices that person held then in the organisation or above it. */
  name: z.string(),
  offices: z.array(z.string()),
  organisation: z.string(),
  /** What was looked at. */
  what: z.string(),
  /** The whole organisation's list, not this person's page. */
  everybody: z.boolean(),
});
export type Look = z.infer<typeof look>;

const lookCount = z.object({
  organisation: z.string(),
  name: z.string(),
  people: z.int(),
  looks: z.int(),
});
export type LookCounted = z.infer<typeof lookCount>;

export const privacyScreen = {
  privacyNotice: asking('anyone')
    .route({ method: 'GET', path: '/privacy', summary: '个人信息处理告知书' })
    .output(notice),
  acknowledgeNotice: asking('signedIn')
    .route({ method: 'POST', path: '/privacy/acknowledgement', summary: '确认已阅个人信息处理告知书' })
    .input(z.object({ version: z.string().max(40) }))
    .output(z.object({})),
  ownLooks: asking('signedIn')
    .route({ method: 'GET', path: '/me/looks', summary: '谁查看过我的积分和资料' })
    .input(z.object({ before: z.string().max(40).optional() }))
    .output(z.object({ days: z.int(), looks: z.array(look), more: z.boolean() })),
  lookCounts: asking('readAudit')
    .route({ method: 'GET', path: '/audit/looks', summary: '查看记录的次数' })
    .output(z.object({ days: z.int(), counts: z.array(lookCount) })),
};
