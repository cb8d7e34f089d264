/** What to open: the example branch or one's own two files. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useRef } from 'react';
import type { Opened } from '../../contract/opening.ts';
import { freshKey } from '../actKey.ts';
import { api, booksQuery, sentenceOf, sessionQuery } from '../api.ts';
import { useTitle } from '../parts/Shell.tsx';
import { words } from '../words.ts';
import { OwnFiles } from './OwnFiles.tsx';

/** Goes to the opened year; what the pages knew of the books before is stale. */
function useOpened() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async ({ organisation, year }: Opened) => {
    await queries.invalidateQueries();
    await navigate({ to: '/branch/$organisation/$year', params: { organisation, year: String(year) } });
  };
}

export function OpeningPage() {
  useTitle(words.openTitle);
  const { data } = useQuery(booksQuery);
  const { data: session } = useQuery(sessionQuery);
  const goTo = useOpened();
  const hasOwn = data?.organisations.some(({ example }) => !example) === true;
  return (
    <>
      <h1>{words.openTitle}</h1>
      <p className="lead">{data?.empty === false ? words.openMore : words.openIntro}</p>
      <div className="ways">
        {!hasOwn && session?.isSetUp !== true && <Example goTo={goTo} />}
        <OwnFiles goTo={goTo} />
      </div>
    </>
  );
}

function Example({ goTo }: { readonly goTo: (opened: Opened) => Promise<void> }) {
  const key = useRef(freshKey());
  const open = useMutation({
    mutationFn: () => api.openExample({ headers: { 'idempotency-key': key.current } }),
    onSuccess: goTo,
  });
  return (
    <section className="way" aria-labelledby="example">
      <h2 id="example">{words.openExample}</h2>
      <p>{words.openExampleText}</p>
      <p>
        <Button type="primary" loading={open.isPending} onClick={() => open.mutate()}>
          {open.isPending ? words.working : words.openExampleAct}
        </Button>
      </p>
      <div aria-live="polite">{open.isError && <Alert type="error" title={sentenceOf(open.error)} />}</div>
    </section>
  );
}
