/** The way to 消息 in the masthead, with how many are unread: said politely, in ink, never as an alarm. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { messageWords as say } from '../words/todos.ts';
import { messagesQuery } from './queries.ts';

export function MessagesDoor() {
  const { data } = useQuery(messagesQuery);
  const unread = data?.unread ?? 0;
  return (
    <Link to="/messages">
      {say.title}
      <span role="status">{unread > 0 && <span className="person-more">{say.unread(unread)}</span>}</span>
    </Link>
  );
}
