/** 消息: what happened since one last looked, each with the page it happened on. Having been shown, they are read. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Messages } from '../../contract/messages.ts';
import { api } from '../api.ts';
import { instantText } from '../instant.ts';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { messagesQuery } from '../todos/queries.ts';
import { messageWords as say } from '../words/todos.ts';

export function MessagesPage() {
  useTitle(say.title);
  const query = useQuery({ ...messagesQuery, refetchOnMount: 'always' });
  return (
    <>
      <h1>{say.title}</h1>
      <p className="lead">{say.lead}</p>
      <Loaded query={query}>{(found) => <Shown found={found} />}</Loaded>
    </>
  );
}

/** What was unread when the page opened stays marked as long as it is looked at. */
function Shown({ found }: { readonly found: Messages }) {
  const queries = useQueryClient();
  useEffect(() => {
    if (found.unread === 0) return;
    void api
      .readMessages({ marks: latest(found.messages.filter((one) => one.unread)) })
      .then(({ unread }) => queries.setQueryData(messagesQuery.queryKey, { ...found, unread }))
      .catch(() => undefined);
  }, [found, queries]);
  if (found.messages.length === 0) return <p>{say.none}</p>;
  return (
    <ul className="todos" aria-label={say.title}>
      {found.messages.map((message) => (
        <li key={keyOf(message)} className="todo">
          <Link to={message.address} className="todo-door message">
            {message.unread && <strong className="mark">{say.fresh}</strong>}
            <span>{message.says}</span>
          </Link>
          <p className="quiet">{message.organisation.name}</p>
          <p className="quiet">{instantText(message.at)}</p>
        </li>
      ))}
    </ul>
  );
}

type Message = Messages['messages'][number];
const keyOf = ({ organisation, year, seq }: Message) => `${organisation.id} ${year} ${seq}`;

/** The last of each book stands for all before it. */
function latest(messages: readonly Message[]) {
  const last = new Map<string, { organisation: string; year: number; seq: number }>();
  for (const { organisation, year, seq } of messages) {
    const key = `${organisation.id} ${year}`;
    if (seq > (last.get(key)?.seq ?? 0)) last.set(key, { organisation: organisation.id, year, seq });
  }
  return [...last.values()];
}
