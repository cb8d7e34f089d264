/** What others say on the application form: the leader in charge, the scorekeeper, the branch. */
import { formatPoints, parseSignedPoints, points } from '../domain/points.ts';
import type { MatterPage } from '../service/views/round/matterPage.ts';
import { boxed, doneBoxes } from './applicationOwn.ts';
import { headings, labelled, line, pointsIn } from './narrow.ts';
import { EMPTY, known, type Row, text } from './paper.ts';

const QUALITIES = { excellent: '优', good: '良', fair: '中', poor: '差' } as const;
const BY_HAND = text('\n\n');

export function leaderRows(matter: MatterPage | null): Row[] {
  const opinion = matter?.opinion ?? null;
  if (opinion?.unsigned === true)
    return [
      labelled('是否完成', text(doneBoxes(null))),
      labelled(
        '意见',
        text(
          `未签。分管领导在规定的工作日内没有签注，既不算完成，也不算未完成（读法 G17）。${opinion.words}`,
        ),
      ),
    ];
  const tasks = matter?.tasks ?? [];
  return [
    ...(tasks.length === 0
      ? [labelled('是否完成', text(doneBoxes(null)))]
      : tasks.map(({ leader }, index) => labelled(`第 ${index + 1} 项`, text(doneBoxes(leader))))),
    labelled('完成质量', text(boxed(QUALITIES, opinion?.quality ?? null))),
    labelled('意见', opinion === null ? BY_HAND : known(opinion.words)),
  ];
}

export function recordRows(matter: MatterPage | null): Row[] {
  const deductions = (matter?.deductions ?? []).filter(({ withdrawn }) => !withdrawn);
  const assessed = matter?.sheetWords ?? null;
  return [
    ...(matter?.tasks ?? []).map(({ sheet }, index) =>
      labelled(`第 ${index + 1} 项`, sheet === null ? EMPTY : pointsIn(sheet)),
    ),
    ...(deductions.length === 0
      ? []
      : [headings(['拟扣分条款', 6], ['事由和依据', 8], ['本人答复', 8], ['分值', 2])]),
    ...deductions.map(({ item, reason, basis, supplier, answer, amount }) =>
      line(
        [text(`${item.id} ${item.name}`), 6],
        [text([reason, basis, supplier].filter((part) => part !== '' && part !== null).join('；')), 8],
        [known(answer?.words ?? null), 8],
        [pointsIn(amount), 2, 'right'],
      ),
    ),
    labelled('说明', assessed === null ? BY_HAND : known(assessed)),
  ];
}

export function appraisalRows(matter: MatterPage | null): Row[] {
  const decision = matter?.decision ?? null;
  if (matter === null || decision === null)
    return [labelled('会议日期', EMPTY), labelled('评定分', EMPTY), labelled('意见', BY_HAND)];
  const { votes } = decision;
  const upheld = matter.deductions.filter((one) => one.upheld === true);
  const accepted = matter.bonuses.filter((one) => one.accepted === true);
  return [
    labelled('会议日期', known(decision.on)),
    labelled('任务评定分', text(sumOf(matter.tasks.map(({ decided }) => decided)))),
    labelled('奖励', text(`${accepted.length} 项，${sumOf(accepted.map(({ amount }) => amount))} 分`)),
    labelled('扣分', text(`${upheld.length} 项，${sumOf(upheld.map(({ amount }) => amount))} 分`)),
    labelled('本季积分', pointsIn(matter.points)),
    labelled('表决', text(`赞成 ${votes.for}，反对 ${votes.against}，弃权 ${votes.abstained}`)),
    labelled('意见', known(decision.words)),
  ];
}

const sumOf = (amounts: readonly (string | null)[]): string =>
  formatPoints(
    points(
      amounts.reduce((sum, amount) => sum + (amount === null ? 0 : (parseSignedPoints(amount) ?? 0)), 0),
    ),
  );
