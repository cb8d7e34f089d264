/** Which round a request is about. */
import type { Here } from '../service/round/roundState.ts';

export type Place = { readonly organisation: string; readonly year: number; readonly period: number };

export const hereOf = ({ organisation, year, period }: Place): Here => ({
  organisationId: organisation,
  year,
  period,
});
