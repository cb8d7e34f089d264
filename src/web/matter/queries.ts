import { queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';
import { AS_IT_STANDS } from '../draft/asItStands.ts';

/** One member's matter in a round; the period as it stands in the address. */
export type MatterAddress = {
  readonly organisation: string;
  readonly year: string;
  readonly period: string;
  readonly member: string;
};

export const matterQuery = (at: MatterAddress) =>
  queryOptions({
    queryKey: ['round', at.organisation, at.year, at.period, 'matter', at.member],
    queryFn: () => api.matter(at),
  });
export const courseQuery = (at: MatterAddress) =>
  queryOptions({
    queryKey: ['round', at.organisation, at.year, at.period, 'course', at.member],
    queryFn: () => api.matterCourse(at),
    ...AS_IT_STANDS,
  });
export const ownRoundsQuery = queryOptions({ queryKey: ['ownRounds'], queryFn: () => api.ownRounds() });
