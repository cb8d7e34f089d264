/** 免予参加积分管理: one member's own matter with its reasons, and each act. */
import { z } from 'zod';
import { EXEMPTION_CATEGORIES, type ExemptionCategory } from '../domain/exemption/category.ts';
import { asking, askingInCommand, dayText, heading } from './wire.ts';

const id = z.string().min(1).max(100);
/** As typed; what is no day is refused in words. */
const typedDay = z.string().trim().max(20);
const words = z.string().trim().max(500);
const optional = z.string().trim().max(200).nullable();
const post = (path: `/${string}`, summary: string) => ({ method: 'POST', path, summary }) as const;
const place = z.object({ organisation: id });
const ofMember = place.extend({ member: id });
const ofMatter = ofMember.extend({ exemption: id });
const AT = '/organisations/{organisation}/members/{member}/exemption' as const;

const step = z.object({
  id: z.string(),
  name: z.string(),
  progress: z.enum(['done', 'now', 'later']),
  says: z.string(),
});

const exemption = z.object({
  id: z.string(),
  state: heading,
  appliedOn: dayText,
  term: z.string().nullable(),
  /** The term asked for, as dates; null: none named. */
  wish: z.object({ from: dayText.nullable(), until: dayText.nullable() }),
  renews: z.string().nullable(),
  category: z.string(),
  reason: z.string().nullable(),
  whereabouts: z.string().nullable(),
  contact: z.string().nullable(),
  attachments: z.string().nullable(),
  helper: z.string().nullable(),
  opinion: z.string().nullable(),
  decision: z.string().nullable(),
  ending: z.string().nullable(),
  course: z.array(step),
  /** What the reader may do now. */
  acts: z.array(heading),
  mayRenew: z.boolean(),
});
export type Exemption = z.infer<typeof exemption>;

const exemptionPage = z.object({
  organisation: heading,
  member: heading.extend({ number: z.string() }),
  /** The reader is the member. */
  own: z.boolean(),
  exemptions: z.array(exemption),
  takenOver: z.object({ from: dayText, until: dayText.nullable(), reason: z.string().nullable() }).nullable(),
  mayApply: z.boolean(),
  whyNot: z.string().nullable(),
});
export type ExemptionPage = z.infer<typeof exemptionPage>;

export const exemptionScreen = {
  exemption: asking('readExemption')
    .route({ method: 'GET', path: AT, summary: '一名党员不参加积分制管理的申请' })
    .input(ofMember)
    .output(exemptionPage),
  applyExemption: askingInCommand('applyExemption')
    .route(post(AT, '申请不参加积分制管理'))
    .input(
      ofMember.extend({
        category: z.enum(Object.keys(EXEMPTION_CATEGORIES) as [ExemptionCategory, ...ExemptionCategory[]]),
        reason: words,
        from: typedDay.nullable(),
        until: typedDay.nullable(),
        renews: id.nullable(),
        whereabouts: optional,
        contact: optional,
        attachments: optional,
        helper: optional,
      }),
    )
    .output(z.object({ exemption: z.string() })),
  giveExemptionOpinion: askingInCommand('giveExemptionOpinion')
    .route(post(`${AT}/{exemption}/opinion`, '填注支部意见'))
    .input(ofMatter.extend({ agrees: z.boolean(), meetingOn: typedDay, words }))
    .output(z.object({})),
  decideExemption: askingInCommand('approveExemption')
    .route(post(`${AT}/{exemption}/decision`, '审批不参加积分制管理'))
    .input(
      ofMatter.extend({
        approved: z.boolean(),
        from: typedDay.nullable(),
        until: typedDay.nullable(),
        words,
      }),
    )
    .output(z.object({})),
  withdrawExemption: askingInCommand('withdrawExemption')
    .route(post(`${AT}/{exemption}/withdrawal`, '撤回申请，或提前恢复参加'))
    .input(ofMatter.extend({ on: typedDay.nullable(), reason: words, helper: optional }))
    .output(z.object({})),
  endExemption: askingInCommand('approveExemption')
    .route(post(`${AT}/{exemption}/end`, '提前结束免予'))
    .input(ofMatter.extend({ on: typedDay, reason: words }))
    .output(z.object({})),
};
