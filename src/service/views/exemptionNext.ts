/** Who acts next on an application, and why it is they (clause 2; substitutes by reading G17). */
import type { AccessObject } from '../../domain/access/actor.ts';
import type { ExemptionMatter } from '../../domain/exemption/matter.ts';
import { EXEMPTION_STATES } from '../../domain/exemption/procedure.ts';
import { type Acting, whoActs } from '../../domain/office/substitute.ts';
import { decidingBody } from '../exemptionMatters.ts';
import { objectAbout, type Surroundings } from './exemptionSurroundings.ts';

/** Who acts next on an open matter, and why it is they; what became of a closed one. */
export function nextOf(matter: ExemptionMatter, around: Surroundings): string {
  switch (matter.state) {
    case 'applied':
      return opinionWords(objectAbout(around, matter.personId), around);
    case 'considered':
      return bodyWords(matter, around);
    default:
      return EXEMPTION_STATES[matter.state];
  }
}

const SUBSTITUTES: Readonly<Record<Acting['as'], string>> = {
  holder: '书记',
  checker: '',
  deputy: '副书记',
  secretary: '',
  above: '上级党组织的',
  colleague: '本支部任职人员',
  nobody: '',
};
const REASONS: Readonly<Record<NonNullable<Acting['because']>, string>> = {
  vacant: '书记空缺',
  concerned: '书记是申请人本人',
  onLeave: '书记请假',
  silent: '书记逾期未签',
};

function opinionWords(object: AccessObject, { holderName }: Surroundings): string {
  const { organisation, above = [], about = [], users = [], roll = [], away = new Map() } = object;
  const { as, because, holders } = whoActs('secretary', { organisation, above, about, users, roll, away });
  const names = holders.map(holderName).join('、');
  if (as === 'nobody')
    return `${REASONS[because ?? 'vacant']}，也没有可以代行的人。请先在“组织和职务”里授予副书记`;
  if (because === null) return `等书记${names}填注支部意见`;
  return `等${SUBSTITUTES[as]}${names}填注支部意见：${REASONS[because]}，由其代行（读法 G17）`;
}

export function bodyWords({ personId }: ExemptionMatter, around: Surroundings): string {
  const body = decidingBody(objectAbout(around, personId));
  if (body === null) return '还没有可以审批的上级党组织。请系统管理员调整隶属关系、登记上级经办人';
  const names = [...new Set(body.holders.map(around.holderName))].join('、');
  return `等${around.organisationName(body.bodyId)}审批（${names}）`;
}
