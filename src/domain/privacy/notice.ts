/** 个人信息处理告知书: what people are told before their data is used (个人信息保护法 第十七条), as one versioned text. */
import { z } from 'zod';
import { day } from '../field.ts';

export const noticeFile = z.strictObject({
  /** A new one whenever the words change: everybody is then shown it again. */
  version: z.string().min(1).max(40),
  from: day,
  title: z.string().min(1),
  /** The law it is given under. */
  basis: z.string().min(1),
  sections: z
    .array(z.strictObject({ heading: z.string().min(1), text: z.array(z.string().min(1)).min(1) }))
    .min(1),
});
export type Notice = z.output<typeof noticeFile>;

/** `contact`: whom to ask; `days`: how long looks and sign-ins are kept. */
export type NoticeWords = { readonly contact: string; readonly days: number };

/** The text with its places filled. */
export function filledNotice({ sections, ...notice }: Notice, { contact, days }: NoticeWords): Notice {
  const filled = (text: string) => text.replaceAll('{contact}', contact).replaceAll('{days}', String(days));
  return {
    ...notice,
    sections: sections.map(({ heading, text }) => ({ heading, text: text.map(filled) })),
  };
}
