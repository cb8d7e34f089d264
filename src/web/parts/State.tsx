/** What stands on a page while its data are on the way, or when they cannot be had. */
import { type UseQueryResult, useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { isNoLongerShown, sentenceOf } from '../api.ts';
import { words } from '../words.ts';

export function PageFailure({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const { reset } = useQueryErrorResetBoundary();
  const retry = again ?? (() => (reset(), location.reload()));
  return (
    <Alert
      className="block"
      type="error"
      title={sentenceOf(error)}
      action={<Button onClick={retry}>{words.retry}</Button>}
    />
  );
}

/** The page of a query: a skeleton at first, its data, the sentence of its error. What could be read stays, and what is typed in it. */
export function Loaded<T>({
  query,
  children,
}: {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}) {
  const failure = query.isError && <PageFailure error={query.error} again={() => void query.refetch()} />;
  if (query.isError && (query.data === undefined || isNoLongerShown(query.error))) return failure;
  if (query.data === undefined)
    return (
      <div className="block" role="status" aria-label={words.loading}>
        <Skeleton active={false} paragraph={{ rows: 8 }} />
      </div>
    );
  return (
    <>
      {failure}
      {children(query.data)}
    </>
  );
}
