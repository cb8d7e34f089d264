/** The register as a list: everybody who is or was a member, as they stand on a day. */
import { exemptionEnd, type MemberType } from '../../domain/member/member.ts';
import type { Day } from '../../domain/period.ts';
import { personOf } from '../personOf.ts';
import type { MemberRow, PersonRow, Reading } from '../ports.ts';
import { leadersOf } from './leaders.ts';
import { TYPE_NAMES } from './naming.ts';

export type RegisterLine = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly type: { readonly id: string; readonly name: string };
  readonly group: string | null;
  readonly post: string | null;
  readonly workField: string | null;
  readonly leader: { readonly name: string; readonly assigned: boolean } | null;
  /** 在册, 免予, 预备期, 考察, 已离开. */
  readonly standing: { readonly id: string; readonly name: string };
};

/** In the order of registering; those who have left come last. Reads views and no fact but the assignments of leaders. */
export async function registerList(tx: Reading, organisationId: string, today: Day): Promise<RegisterLine[]> {
  const rows = new Map((await tx.persons(organisationId, {})).map((row) => [row.personId, row]));
  const leaders = await leadersOf(tx, organisationId);
  const lines = (await tx.members(organisationId, {})).flatMap((member) => {
    const row = rows.get(member.personId);
    const leaderId = leaders.get(member.personId) ?? null;
    const leader = leaderId === null ? undefined : rows.get(leaderId);
    return row === undefined ? [] : [lineOf(member, row, leader, today)];
  });
  const hasLeft = ({ standing }: RegisterLine) => standing.id === 'left';
  return [...lines.filter((line) => !hasLeft(line)), ...lines.filter(hasLeft)];
}

function lineOf(member: MemberRow, row: PersonRow, leader: PersonRow | undefined, today: Day): RegisterLine {
  const { number, name, group, post, workField = null, leader: printed } = personOf(row);
  const type = member.type as MemberType;
  return {
    id: member.personId,
    number,
    name,
    type: { id: type, name: TYPE_NAMES[type] },
    group,
    post,
    workField,
    leader:
      leader === undefined
        ? printed === null
          ? null
          : { name: printed, assigned: false }
        : { name: leader.name, assigned: true },
    standing: standingOn(member, type, today),
  };
}

function standingOn(
  { leftOn, exemptFrom, exemptUntil, examPassedOn }: MemberRow,
  type: MemberType,
  today: Day,
): RegisterLine['standing'] {
  if (leftOn !== null && leftOn <= today) return { id: 'left', name: `${leftOn} 起已离开` };
  if (exemptFrom !== null && exemptFrom <= today) {
    const until = exemptionEnd({ from: exemptFrom as Day, until: exemptUntil as Day | null });
    if (today <= until) return { id: 'exempt', name: `免予参加至 ${until}` };
  }
  if (type === 'probationary') return { id: 'probation', name: '预备期，作考察记录' };
  if (type === 'full') return { id: 'present', name: '在册' };
  return examPassedOn === null
    ? { id: 'applicant', name: '党章考试尚未合格' }
    : { id: 'applicant', name: '党章考试合格，作考察记录' };
}
