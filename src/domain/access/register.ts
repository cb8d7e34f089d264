/** The register of members, and who is exempt from the measure. */
import { OFFICE_KINDS } from '../office/office.ts';
import { above, acts, any, decidesAbove, holds, isOwn, READERS, type Rule } from './grant.ts';

const EXEMPTING = {
  says: '不参加积分制管理由本人申请，本人书写不便的由书记、党小组负责人或记分员代为登记。',
  clause: '2',
  may: any(isOwn, acts('secretary'), holds('groupLeader', 'scorekeeper')),
} as const satisfies Omit<Rule, 'does'>;

export const REGISTER_RULES = {
  readRegister: {
    does: '查看党员名册',
    says: '名册由本支部书记、副书记、支部委员、记分员、核对人、积分考核领导小组成员和上级党委经办人查看。',
    clause: null,
    may: any(holds(...READERS), above('committeeOfficer')),
    beforeSetUp: true,
  },
  keepRegister: {
    does: '登记和变更党员名册',
    says: '名册由书记、支部委员或记分员登记。',
    clause: null,
    may: any(acts('secretary'), acts('scorekeeper'), holds('committeeMember')),
    beforeSetUp: true,
  },
  maskNames: {
    does: '设定姓名遮盖',
    says: '姓名是否遮盖由书记设定。',
    clause: 'An1.6',
    may: acts('secretary'),
    beforeSetUp: true,
  },
  seeNames: {
    does: '查看未遮盖的姓名',
    says: '设定姓名遮盖以后，完整的姓名由本组织的任职人员和党员查看，提供依据的单位除外。',
    clause: 'An1.6',
    may: holds(...OFFICE_KINDS.filter((office) => office !== 'evidenceBody')),
    beforeSetUp: true,
  },
  assignLeader: {
    does: '登记分管领导',
    says: '分管领导由书记、支部委员或记分员登记，不能登记本人的。',
    clause: null,
    may: any(acts('secretary'), acts('scorekeeper'), holds('committeeMember')),
    notSelf: true,
    beforeSetUp: true,
  },
  decideStanding: {
    does: '登记转正、转入转出和考试成绩',
    says: '党员身份的变动由书记或支部委员按会议决定或文件登记，不能登记本人的。',
    clause: '2',
    may: any(acts('secretary'), holds('committeeMember')),
    notSelf: true,
    beforeSetUp: true,
  },
  applyExemption: { does: '申请不参加积分制管理', ...EXEMPTING },
  withdrawExemption: { does: '撤回不参加积分制管理的申请', ...EXEMPTING },
  readExemption: {
    does: '查看不参加积分制管理的申请和理由',
    says: '申请和理由只由本人、签署意见的书记和审批的上级党组织查看。',
    clause: '2',
    may: any(isOwn, acts('secretary'), above('committeeOfficer', 'secretary')),
  },
  listExemptions: {
    does: '查看不参加积分制管理的办理情况',
    says: '办理情况由书记、副书记、代为登记的党小组负责人和记分员、上级党组织查看，各看经手的。',
    clause: '2',
    may: any(
      acts('secretary'),
      holds('deputySecretary', 'groupLeader', 'scorekeeper', 'committeeOfficer'),
      above('committeeOfficer', 'secretary'),
    ),
  },
  giveExemptionOpinion: {
    does: '签署支部意见',
    says: '支部意见由书记签署，书记本人的由副书记或上级党组织签署。',
    clause: '2',
    may: acts('secretary'),
    notSelf: true,
  },
  approveExemption: {
    does: '审批不参加积分制管理',
    says: '不参加积分制管理由最近一级上级党组织的经办人或书记审批。',
    clause: '2',
    may: decidesAbove,
    notSelf: true,
  },
} as const satisfies Record<string, Rule>;
