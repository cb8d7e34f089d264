/** A row of a roster laid over what the register says: what the file has no column for stays. */
import { canonical } from '../domain/ledger/canonical.ts';
import { heldToDecided, type Stated } from '../domain/member/decided.ts';
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

function mergedMember(said: Member, before: Member, given: Given): Member {
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

/** `otherwise`: the file contradicts what the books have decided; then the standing is the file's. */
export type MergedStanding = Stated & { readonly otherwise: boolean };

export function mergedStanding(
  { member, exemptionReason }: RosterPerson,
  known: KnownPerson | undefined,
  given: Given,
): MergedStanding {
  if (known === undefined) return { member, reason: exemptionReason, otherwise: false };
  const books = { member: known.member, reason: known.exemptionReason };
  const said = {
    member: mergedMember(member, known.member, given),
    reason: given.has('免予原因') ? exemptionReason : known.exemptionReason,
  };
  const held = heldToDecided(said, books, known.decided);
  return held.otherwise ? { ...said, otherwise: true } : held;
}

export const isSameStanding = ({ member, reason }: Stated, known: KnownPerson | undefined): boolean =>
  known !== undefined && known.exemptionReason === reason && canonical(known.member) === canonical(member);
