/** The Chinese words for what a setting of policy.yaml may be. */
import type { Item, Kind, Policy, Required, Step } from './policy.ts';

type Words<Value extends string> = Readonly<Record<Value, string>>;

const mechanism: Words<Kind['mechanism']> = {
  pool: '期初给足、出现情形才扣',
  plan: '按任务完成情况评定',
  cappedBonus: '有依据才加、全年封顶',
};
const floor: Words<Extract<Kind, { mechanism: 'pool' }>['floor']> = {
  year: '全年通算',
  period: '每期扣到零为止，不结转',
};
const incident: Words<Policy['incident']> = { largest: '只计最大一笔', all: '各笔都计' };
const achievement: Words<Policy['achievement']> = { highest: '只计最高一项', all: '各项都计' };
const categoryFloor: Words<Policy['categoryFloor']> = { year: '以本类全年分值为限', none: '不设上限' };
const transfer: Words<NonNullable<Policy['transfer']>> = {
  both: '两个支部的各段合并计算',
  own: '只算在本支部的各段',
};
const noticeNames: Words<NonNullable<Policy['publicNotice']>['names']> = { masked: '遮盖', full: '全名' };
const scaling: Words<Policy['partYear']['scaling']> = { proportional: '按比例折算', none: '不折算' };
const rounding: Words<Policy['grades']['rounding']> = { none: '不取整', halfUpToWhole: '先四舍五入到整数分' };
const disqualified: Words<Policy['disqualification']['points']> = { kept: '照记', zero: '记零' };
const ties: Words<Policy['topShare']['ties']> = { inside: '都在内', excluded: '都不在内' };
const overlap: Words<Policy['eligibility']['overlap']> = {
  cumulative: '逐级累加',
  exclusive: '互不相容，只参加本档',
};
const needs: Words<Policy['eligibility']['needs']> = {
  bandAndTopShare: '分数达到并且名次在内',
  band: '只看分数',
};
const group: Words<Item['group']> = {
  bonus: '奖励',
  common: '共性扣分',
  standard: '扣分标准',
  discretionary: '酌情扣分',
  task: '任务',
};
const cadence: Words<Step['cadence']> = { year: '每年', quarter: '每期', anytime: '随时' };

export const EFFECTS = {
  mechanism,
  floor,
  incident,
  achievement,
  categoryFloor,
  transfer,
  noticeNames,
  scaling,
  rounding,
  disqualified,
  ties,
  overlap,
  needs,
  group,
  cadence,
} as const;

export const REQUIRED_NAMES: Words<Required> = { reason: '事由', evidence: '依据', supplier: '提供单位' };
