import { queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

export const findingsQuery = (organisation: string) =>
  queryOptions({
    queryKey: ['findings', organisation],
    queryFn: () => api.findings({ organisation }),
  });
