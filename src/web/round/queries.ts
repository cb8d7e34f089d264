import { queryOptions } from '@tanstack/react-query';
import { api, type YearAddress } from '../api.ts';
import { AS_IT_STANDS } from '../draft/asItStands.ts';

export type RoundAddress = YearAddress & { readonly period: string };

export const roundsQuery = ({ organisation, year }: YearAddress) =>
  queryOptions({
    queryKey: ['rounds', organisation, year],
    queryFn: () => api.rounds({ organisation, year }),
  });
export const roundQuery = ({ organisation, year, period }: RoundAddress) =>
  queryOptions({
    queryKey: ['rounds', organisation, year, period],
    queryFn: () => api.round({ organisation, year, period }),
  });
export const deskQuery = ({ organisation, year, period }: RoundAddress) =>
  queryOptions({
    queryKey: ['rounds', organisation, year, period, 'desk'],
    queryFn: () => api.roundDesk({ organisation, year, period }),
  });
export const noticesQuery = (organisation: string) =>
  queryOptions({
    queryKey: ['rounds', organisation, 'notices'],
    queryFn: () => api.notices({ organisation }),
  });
export const draftedQuery = ({ organisation, year, period }: RoundAddress) =>
  queryOptions({
    queryKey: ['rounds', organisation, year, period, 'drafted'],
    queryFn: () => api.draftedNotices({ organisation, year, period }),
  });
export const sheetQuery = ({ organisation, year, period }: RoundAddress) =>
  queryOptions({
    queryKey: ['rounds', organisation, year, period, 'sheet'],
    queryFn: () => api.roundSheet({ organisation, year, period }),
    ...AS_IT_STANDS,
  });
/** Others write at the same meeting: what they saved is shown soon. */
export const meetingQuery = ({ organisation, year, period }: RoundAddress) =>
  queryOptions({
    queryKey: ['rounds', organisation, year, period, 'meeting'],
    queryFn: () => api.meetingMode({ organisation, year, period }),
    ...AS_IT_STANDS,
    refetchInterval: 10_000,
  });
