/** Until the privacy notice now in force has been read, every page says so; nothing waits for it. */
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { sessionQuery } from '../api.ts';
import { privacyWords } from '../words/privacy.ts';

export function NoticeBar() {
  const { data } = useQuery(sessionQuery);
  const { pathname } = useLocation();
  if (data?.who?.notice !== true || pathname === '/privacy') return null;
  return (
    <aside className="example unprinted" aria-label={privacyWords.notice}>
      {privacyWords.read}{' '}
      <Link to="/privacy" className="inline-door">
        {privacyWords.toRead}
      </Link>
    </aside>
  );
}
