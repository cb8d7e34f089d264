import { queryOptions } from '@tanstack/react-query';
import { api, type YearAddress } from '../api.ts';
import { AS_IT_STANDS } from '../draft/asItStands.ts';

export const plansQuery = ({ organisation, year }: YearAddress) =>
  queryOptions({
    queryKey: ['plans', organisation, year],
    queryFn: () => api.plans({ organisation, year }),
  });
export const planQuery = ({ organisation, year, member }: YearAddress & { readonly member: string }) =>
  queryOptions({
    queryKey: ['plans', organisation, year, member],
    queryFn: () => api.plan({ organisation, year, member }),
    ...AS_IT_STANDS,
  });
