/** The quarterly round, from application to filing. What may be done from where a matter stands is in round/acts.ts. */
import { above, acts, actsInAnyMatter, any, holds, isOwn, leads, READERS, type Rule } from './grant.ts';
import { apartFromKeeper } from './keeper.ts';

/** Whoever takes objections: the words and the objector are theirs alone to read, beside those who re-examine. */
const RECEIVING = apartFromKeeper(any(acts('secretary'), holds('committeeMember')));

export const ROUND = {
  readRound: {
    does: '查看本轮积分工作',
    says: '本轮积分工作由能查看账册的人、分管领导和党小组负责人查看。',
    clause: null,
    may: any(holds(...READERS, 'leaderInCharge', 'groupLeader'), above('committeeOfficer')),
  },
  readMatter: {
    does: '查看这名党员本季的积分事项',
    says: '党员的事项由本人、分管领导和参加评议的人查看。',
    clause: null,
    may: any(isOwn, holds(...READERS, 'leaderInCharge'), above('committeeOfficer', 'secretary')),
  },
  openRound: {
    does: '开始一轮积分工作',
    says: '每轮由记分员或书记开始。',
    clause: 'An1.3',
    may: any(acts('scorekeeper'), acts('secretary')),
  },
  applyPoints: {
    does: '提交积分申请',
    says: '申请由本人提交，书写不便的由书记、党小组负责人或记分员代为登记。',
    clause: 'An1.3',
    may: any(isOwn, acts('secretary'), holds('groupLeader', 'scorekeeper')),
  },
  giveOpinion: {
    does: '签注意见',
    says: '意见由分管领导签注；空缺、请假、三个工作日未签或涉及其本人的，由副手、书记或上级党组织代行。',
    clause: 'An1.3',
    may: leads,
    notSelf: true,
  },
  proposeDeduction: {
    does: '提出拟扣分',
    says: '拟扣分由记分员或提供依据的单位提出。',
    clause: '3.4.2',
    may: any(acts('scorekeeper'), holds('evidenceBody')),
    notSelf: true,
  },
  answerDeduction: {
    does: '答复拟扣分',
    says: '拟扣分由本人答复，当面陈述的由书记记录。',
    clause: '3.4',
    may: any(isOwn, acts('secretary')),
  },
  assess: {
    does: '提交考核登记',
    says: '考核登记由记分员提交，记分员本人的由核对人提交。',
    clause: 'An1.4',
    may: acts('scorekeeper'),
    notSelf: true,
  },
  appraise: {
    does: '登记支部评议结果',
    says: '评议结果由主持会议的书记登记，书记本人的由副书记或上级党组织登记。',
    clause: 'An1.5',
    may: acts('secretary'),
    notSelf: true,
  },
  readAppraisal: {
    does: '查看支部评议材料',
    says: '评议材料由书记、副书记、支部委员、记分员、核对人和代行书记的人查看。',
    clause: 'An1.5',
    may: any(
      holds('secretary', 'deputySecretary', 'committeeMember', 'scorekeeper', 'checker'),
      actsInAnyMatter('secretary'),
    ),
  },
  prepareAppraisal: {
    does: '记评议会的草稿',
    says: '评议会的草稿由书记、副书记、记分员或代行书记的人记，评议本人的由别人记。',
    clause: 'An1.5',
    may: any(holds('deputySecretary', 'scorekeeper'), actsInAnyMatter('secretary')),
    notSelf: true,
  },
  draftNotice: {
    does: '拟制公示',
    says: '公示由记分员拟制。',
    clause: 'An1.6',
    may: acts('scorekeeper'),
  },
  checkNotice: {
    does: '对公示作保密审查',
    says: '保密审查由书记、副书记、支部委员或核对人进行，不能由拟制人进行。',
    clause: 'An1.6',
    may: any(holds('committeeMember', 'deputySecretary', 'checker'), acts('secretary')),
    notSelf: true,
  },
  publishNotice: {
    does: '批准公示',
    says: '公示由书记批准，书记作了保密审查的由副书记或上级党组织批准。',
    clause: 'An1.6',
    may: acts('secretary'),
    notSelf: true,
  },
  receiveObjection: {
    does: '受理异议',
    says: '异议由公示上写明的受理人（书记或支部委员）受理，不能由记分员受理，兼任的也不能。',
    clause: 'An1.6',
    may: RECEIVING,
    notSelf: true,
  },
  readObjection: {
    does: '查看异议的内容',
    says: '异议的内容只由受理人和重新审定的人查看；被评议的党员和记分员不能查看，兼任的也不能。',
    clause: 'An1.6',
    may: apartFromKeeper(any(acts('secretary'), holds('committeeMember', 'deputySecretary'))),
    notSelf: true,
  },
  revealObjector: {
    does: '查看异议人的身份',
    says: '异议人的身份只由受理人写明理由后查看；被评议的党员和记分员不能查看，兼任的也不能。',
    clause: 'An1.6',
    may: RECEIVING,
    notSelf: true,
  },
  redetermine: {
    does: '重新审定',
    says: '异议由与此无关的书记、副书记或上级党组织重新审定，不能由记分员、签注意见或提出扣分的人审定。',
    clause: 'An1.6',
    may: apartFromKeeper(acts('secretary')),
    notSelf: true,
  },
  registerPoints: {
    does: '把本季积分登记入账',
    says: '公示无异议的积分由记分员登记，记分员本人的由核对人登记。',
    clause: 'An1.6',
    may: acts('scorekeeper'),
    notSelf: true,
  },
  submitRound: {
    does: '上报本季积分',
    says: '本季积分由记分员上报。',
    clause: 'An1.7',
    may: acts('scorekeeper'),
  },
  reviewRound: {
    does: '审核上报的积分',
    says: '上报的积分由上级党委审核，不能审核本人的。',
    clause: 'An1.7',
    may: above('committeeOfficer', 'secretary'),
    notSelf: true,
  },
  fileRound: {
    does: '把本季积分备案',
    says: '审核无异议的由上级党委备案。',
    clause: 'An1.7',
    may: above('committeeOfficer', 'secretary'),
    notSelf: true,
  },
  issueBulletin: {
    does: '发出季度通报',
    says: '季度通报由积分考核领导小组发出。',
    clause: '4.2',
    may: holds('leadingGroupMember'),
  },
} as const satisfies Record<string, Rule>;
