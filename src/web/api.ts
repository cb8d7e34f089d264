/** The wire as the pages use it: typed by the contract; an error is the server's own Chinese sentence. */
import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { queryOptions } from '@tanstack/react-query';
import { contract } from '../contract/contract.ts';
import type { RowProblem } from '../contract/opening.ts';
import { underItsName } from './actKey.ts';
import { words } from './words.ts';

type Problem = {
  readonly detail?: string;
  readonly code?: string;
  readonly problems?: readonly RowProblem[];
};

/** oRPC reads application/json alone; a problem says what else it is. */
async function fetchProblems(request: Request, init: RequestInit): Promise<Response> {
  const isAct = request.method !== 'GET';
  if (isAct) request.headers.set('x-jifen-token', await formToken());
  const send = () => fetch(request, init);
  const response = await (isAct ? underItsName(request, send) : send());
  if (isAct) token = undefined;
  if (response.status === 401 && request.method === 'GET') location.assign('/sign-in');
  if (response.headers.get('content-type')?.startsWith('application/problem+json') !== true) return response;
  return new Response(response.body, {
    status: response.status,
    headers: { 'content-type': 'application/json' },
  });
}

/** Proves that a change comes from these pages; it changes with the session, so each act asks for it anew. */
let token: Promise<string> | undefined;
async function formToken(): Promise<string> {
  token ??= api.session().then((session) => session.token);
  try {
    return await token;
  } catch (error) {
    // asked again by the next act: a connection lost once may be back
    token = undefined;
    throw error;
  }
}

const link = new OpenAPILink(contract, {
  fetch: fetchProblems,
  url: () => `${location.origin}/api`,
  customErrorResponseBodyDecoder: (body, { status }) => {
    const problem = (body ?? {}) as Problem;
    return new ORPCError(problem.code ?? 'FAULT', {
      status,
      message: problem.detail ?? words.offline,
      data: problem,
    });
  },
});

export const api: JsonifiedClient<ContractRouterClient<typeof contract>> = createORPCClient(link);

/** What to tell of an error: the server's sentence, or that it cannot be reached. */
export const sentenceOf = (error: unknown): string =>
  error instanceof ORPCError ? error.message : words.offline;

/** Whether it was done nobody knows: no answer came back, or only that of something in between. */
export const isUnanswered = (error: unknown): boolean => !(error instanceof ORPCError) || error.status >= 500;

/** The same may be taken another time; whatever else is refused stays refused. */
export const mayPassLater = (error: unknown): boolean =>
  isUnanswered(error) || (error instanceof ORPCError && error.status === 429);

/** Another saved a newer version of what was to be saved. */
export const isSavedMeanwhile = (error: unknown): boolean =>
  error instanceof ORPCError && error.code === 'versionConflict';

/** It is not the reader's to see any more, or not there. */
export const isNoLongerShown = (error: unknown): boolean =>
  error instanceof ORPCError && [401, 403, 404].includes(error.status);

export const problemsOf = (error: unknown): readonly RowProblem[] =>
  error instanceof ORPCError ? ((error.data as Problem | undefined)?.problems ?? []) : [];

export type YearAddress = { readonly organisation: string; readonly year: string };

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: () => api.session() });
export const organisationQuery = (organisation: string) =>
  queryOptions({
    queryKey: ['organisation', organisation],
    queryFn: () => api.organisation({ organisation }),
  });
export const booksQuery = queryOptions({ queryKey: ['books'], queryFn: () => api.books() });
export const yearQuery = ({ organisation, year }: YearAddress) =>
  queryOptions({
    queryKey: ['year', organisation, year],
    queryFn: () => api.yearTable({ organisation, year }),
  });
export const memberQuery = ({ organisation, year, member }: YearAddress & { readonly member: string }) =>
  queryOptions({
    queryKey: ['member', organisation, year, member],
    queryFn: () => api.memberYear({ organisation, year, member }),
  });
export const statementQuery = (at: YearAddress & { readonly member: string; readonly figure: string }) =>
  queryOptions({
    queryKey: ['statement', at.organisation, at.year, at.member, at.figure],
    queryFn: () => api.statement(at),
  });
export const measureQuery = ({ organisation, year }: YearAddress) =>
  queryOptions({
    queryKey: ['measure', organisation, year],
    queryFn: () => api.measure({ organisation, year }),
  });
