/** The rows of what is judged rather than summed: grade, rank, eligibility. Nobody else is named in them. */
import type { StatementRow } from '../../contract/statement.ts';
import { formatPoints } from '../../domain/points.ts';
import type { BranchYear } from './branchYear.ts';
import type { YearMember } from './entryWords.ts';
import { inPoints } from './naming.ts';
import { partRow, step } from './statementRows.ts';

const judged = (branch: BranchYear, member: YearMember): StatementRow[] =>
  member.result.graded === null
    ? []
    : [
        {
          ...partRow(branch, member, { of: 'graded' }),
          label: `评定分 ${inPoints(member.result.graded)}`,
          amount: null,
        },
      ];

export function gradeRows(branch: BranchYear, member: YearMember): StatementRow[] {
  const { policy } = branch.version;
  const { disqualified, grade } = member.result;
  const bands = policy.grades.bands.map(({ id, name, label, from }) =>
    step(
      `${name}：${label ?? `${formatPoints(from)} 分起`}`,
      id === grade && disqualified.length === 0 ? '落在这一档。' : null,
    ),
  );
  return [...judged(branch, member), ...groundRows(branch, member), ...bands];
}

function groundRows({ version: { policy } }: BranchYear, member: YearMember): StatementRow[] {
  return member.result.disqualified.map((id) => {
    const ground = policy.grounds.find((one) => one.id === id);
    const found = member.grounds.find((one) => one.ground === id);
    const words = [found?.day, found?.reason, found?.evidence, found?.supplier].filter(Boolean).join('；');
    return step(`${id} ${ground?.name ?? ''}`, words === '' ? null : `${words}。`);
  });
}

export function rankRows(branch: BranchYear, member: YearMember): StatementRow[] {
  const { graded, rank } = member.result;
  const ranked = branch.members.filter((one) => one.result.rank !== null);
  if (graded === null || rank === null) return judged(branch, member);
  const same = ranked.filter((one) => one.result.graded === graded).length;
  return [
    ...judged(branch, member),
    step('分数高于本人的', `${rank - 1} 人。`),
    step('与本人同分的（含本人）', `${same} 人${same > 1 ? '，名次并列' : ''}。`),
    step(`前 ${branch.version.policy.topShare.percent}% 的名额`, placesRemark(branch)),
    step('本人', topRemark(member)),
  ];
}

export function placesRemark({ places, control, version: { policy } }: BranchYear): string {
  const { percent, atLeast } = policy.topShare;
  return `参加评定 ${control.graded} 人 × ${percent}%，向下取整，至少 ${atLeast} 名，为 ${places} 名。`;
}

/** Inside or outside the places, and whether on their edge. */
export const topRemark = ({ result: { top, tie } }: YearMember) =>
  `${top ? '在名额之内' : '不在名额之内'}${tie ? '；恰在名额边缘并列，请会议注意' : ''}。`;

export function eligibilityRows(branch: BranchYear, member: YearMember): StatementRow[] {
  const { policy } = branch.version;
  const { graded, eligible, rank, top } = member.result;
  if (graded === null || rank === null) return judged(branch, member);
  const needsTop = policy.eligibility.needs === 'bandAndTopShare';
  return [
    ...judged(branch, member),
    ...policy.eligibility.bands.map(({ id, name, from }) =>
      step(
        `${name}：${formatPoints(from)} 分起`,
        eligible.includes(id) ? '可以参加。' : graded >= from ? '分数已到。' : '分数未到。',
      ),
    ),
    ...(needsTop
      ? [step(`还须在前 ${policy.topShare.percent}% 之内`, top ? '在内。' : '不在内，不列入评优范围。')]
      : []),
  ];
}
