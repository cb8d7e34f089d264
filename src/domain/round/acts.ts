/**
 * 季度积分工作一轮, as data (annex 1, steps 3 to 7): where one member's matter may stand, and what takes it from where to where.
 * The flow chart, the buttons and the tests are made of this table; what it does not name is refused.
 */
import type { ClauseId } from '../clause.ts';

export const STATES = {
  open: '待申请',
  applied: '待分管领导签注',
  opined: '待考核登记',
  assessed: '待评议',
  tied: '票数相等，待上级党组织决定',
  appraised: '待公示',
  onNotice: '公示中',
  objected: '有异议，待重新审定',
  cleared: '公示期满，待登记',
  registered: '待上报',
  submitted: '待党委审核',
  reopened: '待重新评议',
  reviewed: '待备案',
  filed: '已备案',
} as const;
export type State = keyof typeof STATES;
export const STATE_NAMES = Object.keys(STATES) as readonly State[];

/**
 * `to` null: it stays where it is. Two things happen by their dates alone and are nobody's act: a notice ends (公示期满), and
 * an objection to the last open one leads on from `objected`.
 */
export type Act = {
  readonly does: string;
  readonly from: readonly State[];
  readonly to: State | null;
  readonly clause: ClauseId;
  /** Whoever it is done about can never do it. */
  readonly notSelf: boolean;
};

export const ACTS = {
  apply: { does: '提交积分申请', from: ['open'], to: 'applied', clause: 'An1.3', notSelf: false },
  giveOpinion: { does: '签注意见', from: ['open', 'applied'], to: 'opined', clause: 'An1.3', notSelf: true },
  proposeDeduction: {
    does: '提出拟扣分',
    from: ['open', 'applied', 'opined', 'assessed'],
    to: null,
    clause: '3.4.2',
    notSelf: true,
  },
  proposeCorrection: {
    does: '提出更正',
    from: ['open', 'applied', 'opined', 'assessed'],
    to: null,
    clause: 'An1.6',
    notSelf: true,
  },
  answerDeduction: {
    does: '答复拟扣分',
    from: ['open', 'applied', 'opined', 'assessed'],
    to: null,
    clause: '3.4',
    notSelf: false,
  },
  withdrawDeduction: {
    does: '撤回拟扣分',
    from: ['open', 'applied', 'opined', 'assessed'],
    to: null,
    clause: '3.4.2',
    notSelf: true,
  },
  assess: { does: '提交考核登记', from: ['opined'], to: 'assessed', clause: 'An1.4', notSelf: true },
  appraise: {
    does: '评议定分',
    from: ['assessed', 'reopened'],
    to: 'appraised',
    clause: 'An1.5',
    notSelf: true,
  },
  // G36: discussed again and tied again; the branch's part is over until the organisation above has decided
  referTie: {
    does: '报上级党组织决定',
    from: ['assessed', 'reopened'],
    to: 'tied',
    clause: 'An1.5',
    notSelf: true,
  },
  decideTie: {
    does: '决定票数相等的评议',
    from: ['tied'],
    to: 'appraised',
    clause: 'An1.5',
    notSelf: true,
  },
  publish: { does: '公示', from: ['appraised'], to: 'onNotice', clause: 'An1.6', notSelf: false },
  // one handed in on the last day is taken in after it
  object: {
    does: '受理异议',
    from: ['onNotice', 'objected', 'cleared'],
    to: 'objected',
    clause: 'An1.6',
    notSelf: true,
  },
  reject: { does: '维持原评议', from: ['objected'], to: 'onNotice', clause: 'An1.6', notSelf: true },
  redetermine: { does: '重新审定', from: ['objected'], to: 'reopened', clause: 'An1.6', notSelf: true },
  register: { does: '登记入账', from: ['cleared'], to: 'registered', clause: 'An1.6', notSelf: true },
  submit: { does: '上报', from: ['registered'], to: 'submitted', clause: 'An1.7', notSelf: false },
  sendBack: { does: '退回', from: ['submitted'], to: 'reopened', clause: 'An1.7', notSelf: true },
  review: { does: '审核', from: ['submitted'], to: 'reviewed', clause: 'An1.7', notSelf: true },
  file: { does: '备案', from: ['reviewed'], to: 'filed', clause: 'An1.7', notSelf: true },
} as const satisfies Record<string, Act>;
export type ActName = keyof typeof ACTS;
export const ACT_NAMES = Object.keys(ACTS) as readonly ActName[];
