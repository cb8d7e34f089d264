import { queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';
import { AS_IT_STANDS } from '../draft/asItStands.ts';
import type { RoundAddress } from '../round/queries.ts';

export const bulletinQuery = ({ organisation, year, period }: RoundAddress) =>
  queryOptions({
    queryKey: ['rounds', organisation, year, period, 'bulletin'],
    queryFn: () => api.bulletin({ organisation, year, period }),
    ...AS_IT_STANDS,
  });
