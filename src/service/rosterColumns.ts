/** What the register says of a person, column by column in the words of the roster. */
import { exemptionEnd, type Member } from '../domain/member/member.ts';
import type { Person } from '../domain/member/person.ts';
import { TYPE_NAMES } from './views/naming.ts';

const STANDING_COLUMNS = [
  '类型',
  '加入日期',
  '离开日期',
  '转正日期',
  '免予',
  '免予原因',
  '党章考试',
] as const;

/** Whether it says where somebody stands, not what they do. */
export const isStandingColumn = (column: string): boolean =>
  (STANDING_COLUMNS as readonly string[]).includes(column);

/** Null: nothing stands there. `leader`: as it is shown, which says whether it is assigned. */
export function columnTexts(
  person: Person,
  member: Member | undefined,
  reason: string | null | undefined,
  leader: string | null,
): ReadonlyMap<string, string | null> {
  const exemption = member?.exemption ?? null;
  const exam = member?.examPassedOn ?? null;
  return new Map([
    ['姓名', person.name],
    ['类型', member === undefined ? null : TYPE_NAMES[member.type]],
    ['加入日期', member?.joinedOn ?? null],
    ['离开日期', member?.leftOn ?? null],
    ['转正日期', member?.fullOn ?? null],
    ['性别', person.gender],
    ['出生日期', person.bornOn],
    ['入党日期', person.admittedOn],
    ['党小组', person.group],
    ['职务', person.post],
    ['工作领域', person.workField ?? null],
    ['分管领导', leader],
    ['免予', exemption === null ? null : `${exemption.from} 至 ${exemptionEnd(exemption)}`],
    ['免予原因', reason ?? null],
    ['党章考试', exam === null ? null : `合格（${exam}）`],
  ]);
}
