import { queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

export const todosQuery = queryOptions({ queryKey: ['todos'], queryFn: () => api.todos() });

/** Asked again every few minutes while a page stays open, and whenever one comes back to it. */
export const messagesQuery = queryOptions({
  queryKey: ['messages'],
  queryFn: () => api.messages(),
  staleTime: 60_000,
  refetchInterval: 300_000,
});
