import { queryOptions } from '@tanstack/react-query';
import { api, type YearAddress } from '../api.ts';
import { AS_IT_STANDS } from '../draft/asItStands.ts';

export const rulesQuery = (organisation: string) =>
  queryOptions({ queryKey: ['rules', organisation], queryFn: () => api.rules({ organisation }) });

export const draftQuery = (organisation: string) =>
  queryOptions({
    queryKey: ['rulesDraft', organisation],
    queryFn: () => api.rulesDraft({ organisation }),
    ...AS_IT_STANDS,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export type Compared = { readonly older?: string | undefined; readonly newer?: string | undefined };

export const differenceQuery = (organisation: string, { older, newer }: Compared) =>
  queryOptions({
    queryKey: ['rulesDifference', organisation, older, newer],
    queryFn: () => api.rulesDifference({ organisation, older, newer }),
    staleTime: 0,
  });

export const calendarQuery = ({ organisation, year }: YearAddress) =>
  queryOptions({
    queryKey: ['calendar', organisation, year],
    queryFn: () => api.calendar({ organisation, year }),
  });
