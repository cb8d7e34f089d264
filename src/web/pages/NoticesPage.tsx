/** 公示 inside the unit: what hangs now, with whole names, and where it is read from outside. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { HangingNotices } from '../../contract/notices.ts';
import { NoticeLines } from '../parts/NoticeLines.tsx';
import { NoticeLink } from '../parts/NoticeLink.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { noticesQuery } from '../round/queries.ts';
import { noticeWords } from '../words/notice.ts';

type Notice = HangingNotices['notices'][number];

export function NoticesPage() {
  const { organisation } = useParams({ from: '/organisation/$organisation/notices' });
  useTitle(noticeWords.title);
  return (
    <>
      <h1>{noticeWords.title}</h1>
      <p className="lead">{noticeWords.lead}</p>
      <Loaded query={useQuery(noticesQuery(organisation))}>
        {({ notices, board }) => (
          <>
            {notices.length === 0 && <p className="block">{noticeWords.none}</p>}
            {notices.map((notice) => (
              <OneNotice key={notice.noticeId} notice={notice} />
            ))}
            {board !== null && <p>{noticeWords.board(new URL(board, location.origin).href)}</p>}
          </>
        )}
      </Loaded>
    </>
  );
}

function OneNotice({ notice }: { readonly notice: Notice }) {
  const { noticeId, heading, basis, from, until, left, scope, receiver, objecting, lines } = notice;
  return (
    <section className="block" aria-labelledby={`notice-${noticeId}`}>
      <h2 id={`notice-${noticeId}`}>{heading}</h2>
      <p>{basis}</p>
      <ul className="notes">
        <li>{noticeWords.days(from, until, noticeWords.left(left))}</li>
        <li>{noticeWords.scope(scope)}</li>
        <li>{noticeWords.receiver(receiver)}</li>
      </ul>
      <NoticeLines caption={heading} lines={lines} />
      <p className="after">{objecting}</p>
      <NoticeLink id={`link-${noticeId}`} link={notice.link} poster={notice.poster} />
      <p className="quiet">{notice.head}</p>
    </section>
  );
}
