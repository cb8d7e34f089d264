/** The organisation above that decides on what a branch submits (上级党组织). */
import type { Holder } from './office.ts';
import { type Matter, whoActs } from './substitute.ts';

export type DecidingAbove = { readonly bodyId: string; readonly holders: readonly Holder[] };

/** The nearest one where an officer or the secretary is there to decide, and not concerned; null when there is none. */
export function decidingAbove({
  above,
  users,
  roll,
  away = new Map(),
}: Omit<Matter, 'organisation' | 'about'>): DecidingAbove | null {
  for (const bodyId of above) {
    const matter = { organisation: bodyId, above: [], roll, about: [], users, away };
    const holders = (['committeeOfficer', 'secretary'] as const).flatMap((office) => {
      const acting = whoActs(office, matter);
      return acting.as === 'holder' ? acting.holders : [];
    });
    if (holders.length > 0) return { bodyId, holders };
  }
  return null;
}
