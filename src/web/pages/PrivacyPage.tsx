/** 个人信息处理告知书: to be read by anybody, and acknowledged by whoever is signed in. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { NoticeAnswer } from '../../contract/privacy.ts';
import { api, sentenceOf, sessionQuery } from '../api.ts';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { privacyWords } from '../words/privacy.ts';

const noticeQuery = { queryKey: ['notice'], queryFn: () => api.privacyNotice() };

export function PrivacyPage() {
  useTitle(privacyWords.notice);
  return (
    <Loaded query={useQuery(noticeQuery)}>
      {(notice) => (
        <article>
          <h1>{notice.title}</h1>
          <p className="lead">{notice.basis}</p>
          <p>{privacyWords.version(notice.version, notice.from)}</p>
          {notice.sections.map(({ heading, text }) => (
            <section key={heading} className="block">
              <h2>{heading}</h2>
              {text.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </section>
          ))}
          {notice.contacts.map(({ organisation, contact }) => (
            <section key={organisation} className="block">
              <h2>{privacyWords.contactOf(organisation)}</h2>
              <p>{contact}</p>
            </section>
          ))}
          <Acknowledge notice={notice} />
        </article>
      )}
    </Loaded>
  );
}

function Acknowledge({ notice: { version, toAcknowledge } }: { readonly notice: NoticeAnswer }) {
  const queries = useQueryClient();
  const { data } = useQuery(sessionQuery);
  const say = useMutation({
    mutationFn: () => api.acknowledgeNotice({ version }),
    onSuccess: () => queries.invalidateQueries(),
  });
  if ((data?.who ?? null) === null) return null;
  return (
    <section className="block" aria-live="polite">
      {toAcknowledge ? (
        <>
          <p>{privacyWords.acknowledgeText}</p>
          <Button type="primary" loading={say.isPending} onClick={() => say.mutate()}>
            {privacyWords.acknowledge}
          </Button>
          {say.isError && <Alert type="error" title={sentenceOf(say.error)} />}
        </>
      ) : (
        <p>{privacyWords.acknowledged}</p>
      )}
    </section>
  );
}
