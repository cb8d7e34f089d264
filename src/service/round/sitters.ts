/** Who sits at a branch appraisal (G36). */
import { REGISTER } from '../../domain/fact.ts';
import { exemptWithin } from '../../domain/member/member.ts';
import { isHeldOn } from '../../domain/office/office.ts';
import type { Day } from '../../domain/period.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { foldRegister } from '../fold.ts';
import { officeRegister } from '../officeRegister.ts';
import type { Reading } from '../ports.ts';

export type Sitters = { readonly body: 'committee' | 'generalMeeting'; readonly entitled: readonly string[] };

/** G36: the committee where there is one; the alternative 一律由支部大会评议 by data alone. */
export const bodyOf = ({ readings }: Policy): Sitters['body'] =>
  readings.find(({ id }) => id === 'G36')?.chosen === 'generalMeeting' ? 'generalMeeting' : 'committee';

const COMMITTEE = ['secretary', 'deputySecretary', 'committeeMember'];

/** Who sits on that day: the committee's members, or full members who are not exempt. */
export async function sitters(
  tx: Reading,
  organisationId: string,
  day: Day,
  wanted: Sitters['body'],
): Promise<Sitters> {
  const { offices } = await officeRegister(tx, organisationId);
  const held = [...offices.values()].filter((one) => isHeldOn(one, day) && one.deputyOf === null);
  const hasCommittee = wanted === 'committee' && held.some(({ office }) => office === 'committeeMember');
  if (hasCommittee) {
    const seats = held.filter(({ office }) => COMMITTEE.includes(office)).map(({ personId }) => personId);
    return { body: 'committee', entitled: [...new Set(seats)] };
  }
  const register = foldRegister(
    await tx.factsOfTypes(organisationId, REGISTER, ['memberRegistered', 'memberAmended']),
  );
  const full = [...register].filter(
    ([, { member }]) =>
      member.type === 'full' &&
      member.joinedOn <= day &&
      (member.leftOn === null || day < member.leftOn) &&
      !exemptWithin(member, day, day),
  );
  return { body: 'generalMeeting', entitled: full.map(([personId]) => personId) };
}
