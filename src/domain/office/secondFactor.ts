/** Which offices demand a second factor (等保 level 3 for whoever administers); a setting of the installation. */
import { isAdministrator, type OfficeKind } from './office.ts';

/** none · administrators: 三员 · officers: and 党委经办人 · offices: and every other office; a member alone never. */
export const FACTOR_DEMANDS = ['none', 'administrators', 'officers', 'offices'] as const;
export type FactorDemand = (typeof FACTOR_DEMANDS)[number];

export function demandsFactor(demand: FactorDemand, held: readonly OfficeKind[]): boolean {
  return held.some((office) => {
    if (demand === 'none' || office === 'member') return false;
    if (demand === 'offices' || isAdministrator(office)) return true;
    return demand === 'officers' && office === 'committeeOfficer';
  });
}
