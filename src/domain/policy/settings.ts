/** The settings that stand in no clause's own part of policy.yaml, each with its Chinese name and the clause its reading names. */
import type { ClauseId } from '../clause.ts';
import { formatPoints } from '../points.ts';
import type { Policy } from './policy.ts';
import { EFFECTS } from './settingWords.ts';
import type { Subject } from './subject.ts';

type Setting = readonly [path: string, name: string, text: string];

export function generalSettings(policy: Policy): Subject[] {
  const { periods, partYear } = policy;
  const settings: Setting[] = [
    ['id', '办法的编号', policy.id],
    ['title', '办法的名称', policy.title],
    ['version', '版本', policy.version],
    ['issuer', '制定单位', policy.issuer],
    ['effective.from', '起用日期', policy.effective.from],
    ['periods.count', '一年分几段统计', String(periods.count)],
    ['periods.name', '每段叫什么', periods.name],
    ['periods.labels', '各段的名称', periods.labels.join('、')],
    ['periods.filingDay', '上报日', `每段最后一个月 ${periods.filingDay} 日`],
    ...calendarSettings(policy),
    [
      'publicNotice.names',
      '公示在登录以外的姓名',
      EFFECTS.noticeNames[policy.publicNotice?.names ?? 'masked'],
    ],
    ['total', '满分', `${formatPoints(policy.total)} 分`],
    ['incident', '同一事件', EFFECTS.incident[policy.incident]],
    ['achievement', '同一成果', EFFECTS.achievement[policy.achievement]],
    ['categoryFloor', '每类扣分的上限', EFFECTS.categoryFloor[policy.categoryFloor]],
    ['discretionary.most', '酌情扣分每次最多', `${formatPoints(policy.discretionary.most)} 分`],
    ['transfer', '年内从别的支部转来', EFFECTS.transfer[policy.transfer ?? 'both']],
    ['partYear.atLeast', '不满全年：至少计几段才评等次', String(partYear.atLeast)],
    ['partYear.scaling', '不满全年：折算', EFFECTS.scaling[partYear.scaling]],
    ['partYear.kinds', '不满全年：折算哪几类分', kindNames(policy)],
    ['suppliers', '可提供扣分依据的单位', policy.suppliers.join('、')],
    ...findingSettings(policy),
  ];
  return settings.map(([path, name, text]) => ({
    key: `setting ${path}`,
    clause: clauseOf(policy, path),
    name,
    values: [['', text]],
  }));
}

function findingSettings({ findings, items, grounds }: Policy): Setting[] {
  if (findings === undefined) return [];
  const named = (item: string) => [...items, ...grounds].find(({ id }) => id === item)?.name ?? item;
  const needed = findings.needed.map(
    ({ item, by }) => `${named(item)}${by === undefined ? '' : `（${by.join('、')}）`}`,
  );
  return [
    ['findings.needed', '须附书面认定的条款', needed.join('；')],
    ['findings.closed', '材料只由少数人查看的单位', findings.closed.join('、')],
  ];
}

function calendarSettings({ calendar }: Policy): Setting[] {
  if (calendar === undefined) return [];
  const length = (path: string, name: string, days: number | undefined): Setting => [
    `calendar.${path}`,
    `工作日历：${name}`,
    days === undefined ? '按读法' : `${days} 个工作日`,
  ];
  return [
    length('application', '党员申请', calendar.application),
    length('opinion', '签注意见', calendar.opinion),
    length('assessment', '汇齐考核登记', calendar.assessment),
    ['calendar.appraisalDay', '工作日历：评议日', `每段最后一个月 ${calendar.appraisalDay} 日前后`],
    length('publicNotice', '公示', calendar.publicNotice),
    length('registration', '登记', calendar.registration),
    length('grading', '评定格次', calendar.grading),
    length('answer', '答复拟扣分', calendar.answer),
    length('leastNotice', '公示最少', calendar.leastNotice),
    length('redetermination', '重新审定异议', calendar.redetermination),
    length('freshNotice', '改变后重新公示', calendar.freshNotice),
    length('appeal', '上级答复申诉', calendar.appeal),
  ];
}

const kindNames = ({ partYear, kinds }: Policy) =>
  partYear.kinds.map((id) => kinds.find((kind) => kind.id === id)?.name ?? id).join('、');

/** The clause of the reading that decides the setting: the one that has an alternative for it. */
function clauseOf({ readings }: Policy, path: string): ClauseId | null {
  const deciding = readings.find(({ alternatives }) =>
    alternatives.some(({ sets = {} }) => Object.hasOwn(sets, path)),
  );
  return deciding?.clauses[0] ?? null;
}
