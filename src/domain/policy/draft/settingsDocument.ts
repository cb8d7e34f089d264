/** The settings of a Policy as policy.yaml would have them, amounts as text. */
import { formatPoints, type Points } from '../../points.ts';
import type { Band, Kind, Policy } from '../policy.ts';

export const said = (amount: Points) => formatPoints(amount);

/** What has files of its own. */
const LISTS = new Set(['clauses', 'categories', 'items', 'grounds', 'suppliers', 'procedure', 'readings']);
type Settings = Pick<Policy, 'total' | 'kinds' | 'discretionary' | 'grades' | 'eligibility'>;

export function settingsOf(policy: Policy): object {
  const settings = Object.fromEntries(Object.entries(policy).filter(([key]) => !LISTS.has(key))) as Settings;
  const bands = (list: readonly Band[]) => list.map((band) => ({ ...band, from: said(band.from) }));
  return {
    ...settings,
    total: said(settings.total),
    kinds: settings.kinds.map(kindOf),
    discretionary: { most: said(settings.discretionary.most) },
    grades: { ...settings.grades, bands: bands(settings.grades.bands) },
    eligibility: { ...settings.eligibility, bands: bands(settings.eligibility.bands) },
  };
}

const kindOf = (kind: Kind): object =>
  kind.mechanism === 'cappedBonus'
    ? { ...kind, year: said(kind.year) }
    : { ...kind, year: said(kind.year), period: said(kind.period) };
