/** 消息 of whoever is signed in, and saying how far they were read. */
import { z } from 'zod';
import { asking, heading } from './wire.ts';

const message = z.object({
  organisation: heading,
  year: z.int(),
  /** Where it stands in that year's book. */
  seq: z.int(),
  at: z.string(),
  says: z.string(),
  address: z.string(),
  unread: z.boolean(),
});

const mark = z.object({
  organisation: z.string().min(1).max(100),
  year: z.int().min(1900).max(2199),
  seq: z.int().min(0),
});

const messages = z.object({ unread: z.int(), messages: z.array(message) });
export type Messages = z.infer<typeof messages>;

export const messagesScreen = {
  messages: asking('signedIn')
    .route({ method: 'GET', path: '/me/messages', summary: '消息' })
    .output(messages),
  readMessages: asking('signedIn')
    .route({ method: 'POST', path: '/me/messages/read', summary: '消息看到了哪一条' })
    .input(z.object({ marks: z.array(mark).max(200) }))
    .output(z.object({ unread: z.int() })),
};
