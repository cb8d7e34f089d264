/** 待办: derived anew from the facts for whoever asks, about them alone. */
import { dayInShanghai } from '../service/dayInShanghai.ts';
import type { Line } from '../service/todo/line.ts';
import type { PolicyMemory } from '../service/todo/policies.ts';
import { todosOf } from '../service/todo/todos.ts';
import { dueFrom } from '../service/views/round/due.ts';
import { placeOf } from '../service/views/measure.ts';
import type { Guarded } from './guarded.ts';
import { isToAcknowledge } from './notice.ts';
import type { Services } from './services.ts';

export function todoRoutes(os: Guarded, services: Services) {
  const { world } = services;
  const memory: PolicyMemory = new Map();
  return {
    todos: os.todos.handler(async ({ context }) => {
      const today = dayInShanghai(world.now());
      if (context.actor.kind !== 'person') return { today, todos: [], next: [] };
      const { actor } = context;
      const asked = { today, holidays: world.holidays };
      const { lines, next } = await world.store.read((tx) => todosOf(tx, actor, memory, asked));
      const notice = await isToAcknowledge(services, context);
      return {
        today,
        todos: [...lines, ...(notice ? [NOTICE] : [])].map(({ due, clause, ...line }) => ({
          ...line,
          clause: clause === null ? '' : placeOf(clause),
          due: due === null ? null : dueFrom(due, today, world.holidays),
        })),
        next: next.map(({ from, ...step }) => ({ ...step, from: dueFrom(from, today, world.holidays) })),
      };
    }),
  };
}

const NOTICE: Line = {
  what: 'privacyNotice',
  does: '阅读个人信息处理告知书',
  organisation: { id: '', name: '' },
  period: '',
  says: '读完后确认已阅',
  count: 1,
  due: null,
  clause: null,
  instead: '',
  address: '/privacy',
};
