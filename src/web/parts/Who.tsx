/** Who is signed in and acting as what, what they may open, and the way out. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { api, sessionQuery } from '../api.ts';
import { MessagesDoor } from '../todos/MessagesDoor.tsx';
import { words } from '../words.ts';

const MENU = [
  { to: '/books', label: words.books, any: ['readBooks', 'readAudit'] },
  { to: '/accounts', label: words.accountsTitle, any: ['createAccount', 'readAudit'] },
  {
    to: '/offices',
    label: words.officesTitle,
    any: ['readOffices'],
  },
] as const;

export function Who() {
  const { data } = useQuery(sessionQuery);
  const leave = useMutation({
    mutationFn: () => api.signOut(),
    // not by the router: whoever signs in next at this machine finds nothing in its memory
    onSuccess: () => location.assign('/sign-in'),
  });
  if (data === undefined || data.who === null) return null;
  const { who, may } = data;
  // being a member is said only of whoever holds nothing else
  const { office } = who.offices.find((one) => one.office.id !== 'member') ?? who.offices[0] ?? {};
  return (
    <nav className="who" aria-label={words.menu}>
      {MENU.filter(({ any }) => any.some((ability) => may.includes(ability))).map(({ to, label }) => (
        <Link key={to} to={to}>
          {label}
        </Link>
      ))}
      {(who.own.length > 0 || who.offices.length > 0) && <MessagesDoor />}
      <Link to="/me">
        {who.name}
        {office !== undefined && <span className="person-more">{office.name}</span>}
      </Link>
      <Button onClick={() => leave.mutate()}>{words.signOut}</Button>
    </nav>
  );
}
