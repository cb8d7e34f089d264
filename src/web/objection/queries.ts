import { queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

export type ObjectionAddress = Readonly<
  Record<'organisation' | 'year' | 'period' | 'member' | 'objection', string>
>;

export const objectionDeskQuery = (organisation: string) =>
  queryOptions({
    queryKey: ['objections', organisation],
    queryFn: () => api.objections({ organisation }),
  });

export const objectionQuery = (at: ObjectionAddress) =>
  queryOptions({
    queryKey: ['objections', at.organisation, at.objection],
    queryFn: () => api.objection(at),
  });
