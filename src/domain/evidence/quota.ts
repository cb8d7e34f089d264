/** How much evidence there may be, in bytes: so that one matter cannot fill the disk of all. */
import { type Refusal, refuse } from '../refusal.ts';

const MEGABYTE = 1_000_000;
/** Of one member's matters in a year, and of an organisation in all its years. */
export const QUOTA = { member: 200 * MEGABYTE, organisation: 20_000 * MEGABYTE } as const;

/** Refuses what would not fit beside what is there (evidenceQuota, evidenceQuotaHere), saying how much is. */
export function quotaRefusal(
  held: { readonly member: number; readonly organisation: number },
  bytes: number,
): Refusal | undefined {
  if (held.member + bytes > QUOTA.member)
    return refuse('evidenceQuota', null, { held: held.member, most: QUOTA.member });
  if (held.organisation + bytes > QUOTA.organisation)
    return refuse('evidenceQuotaHere', null, { held: held.organisation, most: QUOTA.organisation });
  return undefined;
}
