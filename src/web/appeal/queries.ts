import { queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';
import type { MatterAddress } from '../matter/queries.ts';

export const appealsQuery = (at: MatterAddress) =>
  queryOptions({
    queryKey: ['round', at.organisation, at.year, at.period, 'appeals', at.member],
    queryFn: () => api.appeals(at),
  });
export const waitingAppealsQuery = (organisation: string) =>
  queryOptions({
    queryKey: ['appeals', organisation],
    queryFn: () => api.waitingAppeals({ organisation }),
  });
