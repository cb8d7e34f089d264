/** A row of a roster laid over what the register says: what the file has no column for stays. */
import { canonical } from '../domain/ledger/canonical.ts';
import type { Member } from '../domain/member/member.ts';
import type { Person } from '../domain/member/person.ts';
import type { KnownPerson } from './wholeRegister.ts';
import type { RosterPerson } from './yearFiles/roster.ts';
import type { Target } from './yearFiles/rosterMapping.ts';

type Given = ReadonlySet<Target>;

export function mergedPerson(said: Person, before: Person | undefined, given: Given): Person {
  if (before === undefined) return said;
  return {
    number: said.number,
    name: said.name,
    gender: given.has('性别') ? said.gender : before.gender,
    bornOn: given.has('出生日期') ? said.bornOn : before.bornOn,
    admittedOn: given.has('入党日期') ? said.admittedOn : before.admittedOn,
    group: given.has('党小组') ? said.group : before.group,
    post: given.has('职务') ? said.post : before.post,
    leader: given.has('分管领导') ? said.leader : before.leader,
    workField: given.has('工作领域') ? said.workField : before.workField,
  };
}

function mergedMember(said: Member, before: Member | undefined, given: Given): Member {
  if (before === undefined) return said;
  return {
    ...before,
    type: said.type,
    joinedOn: said.joinedOn,
    leftOn: given.has('离开日期') ? said.leftOn : before.leftOn,
    fullOn: given.has('转正日期') ? said.fullOn : before.fullOn,
    exemption: given.has('免予自') ? said.exemption : before.exemption,
    examPassedOn: given.has('党章考试') ? said.examPassedOn : before.examPassedOn,
  };
}

/** `reason`: of the exemption. */
export type Standing = { readonly member: Member; readonly reason: string | null };

export function mergedStanding(
  { member, exemptionReason }: RosterPerson,
  known: KnownPerson | undefined,
  given: Given,
): Standing {
  return {
    member: mergedMember(member, known?.member, given),
    reason: known === undefined || given.has('免予原因') ? exemptionReason : known.exemptionReason,
  };
}

export const isSameStanding = ({ member, reason }: Standing, known: KnownPerson | undefined): boolean =>
  known !== undefined && known.exemptionReason === reason && canonical(known.member) === canonical(member);
