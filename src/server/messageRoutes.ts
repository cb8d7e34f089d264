/** 消息 and their read marks: each person's own, about the rounds they take part in. */
import { yearBook } from '../domain/fact.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { type Message, messagesOf } from '../service/messages/messages.ts';
import type { PolicyMemory } from '../service/todo/policies.ts';
import type { Asking } from './asking.ts';
import type { Guarded } from './guarded.ts';
import type { Services } from './services.ts';

export function messageRoutes(os: Guarded, { world }: Services) {
  const memory: PolicyMemory = new Map();
  const messages = async ({ actor }: Asking): Promise<Message[]> =>
    actor.kind === 'person'
      ? world.store.read((tx) => messagesOf(tx, actor, memory, dayInShanghai(world.now())))
      : [];
  return {
    messages: os.messages.handler(async ({ context }) => {
      const found = await messages(context);
      return { unread: unreadIn(found), messages: found };
    }),
    readMessages: os.readMessages.handler(async ({ input: { marks }, context }) => {
      const { actor } = context;
      const found = await messages(context);
      // only what one was told can be marked, whatever the request names
      const told = marks.filter(({ organisation, year, seq }) =>
        found.some((one) => one.organisation.id === organisation && one.year === year && one.seq === seq),
      );
      if (actor.kind === 'person' && told.length > 0)
        await world.store.write(async (tx) => {
          for (const { organisation, year, seq } of told)
            await tx.putMessageMark({
              organisationId: organisation,
              book: yearBook(year),
              userId: actor.userId,
              seq,
            });
        });
      return { unread: unreadIn(await messages(context)) };
    }),
  };
}

const unreadIn = (messages: readonly Message[]): number => messages.filter(({ unread }) => unread).length;
