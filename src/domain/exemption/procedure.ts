/** Clause 2 step by step, as data: the member applies, the branch gives its opinion, the organisation above decides. */
import { type Refusal, refuse } from '../refusal.ts';

export const EXEMPTION_STATES = {
  applied: '等支部填注意见',
  considered: '等上级党组织审批',
  approved: '已批准',
  refused: '未获批准',
  withdrawn: '已撤回',
  ended: '已提前结束',
} as const;
export type ExemptionState = keyof typeof EXEMPTION_STATES;

/** Who acts: the member or a helper for them, the secretary (or substitute, G17), the organisation above. */
export type ExemptionRole = 'member' | 'secretary' | 'body';

type Act = {
  readonly name: string;
  readonly by: ExemptionRole;
  /** Empty: it begins a matter. */
  readonly from: readonly ExemptionState[];
  readonly to: ExemptionState;
};

export const EXEMPTION_ACTS = {
  apply: { name: '提出申请', by: 'member', from: [], to: 'applied' },
  giveOpinion: { name: '填注支部意见', by: 'secretary', from: ['applied'], to: 'considered' },
  approve: { name: '批准', by: 'body', from: ['considered'], to: 'approved' },
  refuse: { name: '不予批准', by: 'body', from: ['considered'], to: 'refused' },
  withdraw: { name: '撤回申请', by: 'member', from: ['applied', 'considered'], to: 'withdrawn' },
  giveUp: { name: '提前恢复参加', by: 'member', from: ['approved'], to: 'ended' },
  end: { name: '提前结束', by: 'body', from: ['approved'], to: 'ended' },
} as const satisfies Readonly<Record<string, Act>>;
export type ExemptionAct = keyof typeof EXEMPTION_ACTS;

const ACTS: Readonly<Record<ExemptionAct, Act>> = EXEMPTION_ACTS;
const ACT_NAMES = Object.keys(EXEMPTION_ACTS) as ExemptionAct[];

/** Where the act leads; refuses what that state does not allow (exemptionStep). `state` null: no application yet. */
export function stateAfter(state: ExemptionState | null, act: ExemptionAct): ExemptionState | Refusal {
  const { from, to, name } = ACTS[act];
  const fits = state === null ? from.length === 0 : from.includes(state);
  if (fits) return to;
  return refuse('exemptionStep', '2', {
    act: name,
    state: state === null ? '还没有申请' : EXEMPTION_STATES[state],
  });
}

/** What that state allows to that role: this is what the buttons are made of. */
export const actsIn = (state: ExemptionState, by: ExemptionRole): ExemptionAct[] =>
  ACT_NAMES.filter((act) => ACTS[act].by === by && ACTS[act].from.includes(state));

export const isOpen = (state: ExemptionState): boolean => state === 'applied' || state === 'considered';
