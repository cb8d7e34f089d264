/** 待办 of a round, as data: what somebody has to do before it can go on, and which ability says who. */
import type { Ability } from '../access.ts';
import type { ClauseId } from '../clause.ts';
import type { OfficeKind } from '../office/office.ts';
import { ACTS, type ActName } from '../round/acts.ts';

export type DutyOf = {
  readonly does: string;
  readonly clause: ClauseId;
  readonly ability: Ability;
  /** own: the member's alone, though others may help · body: the organisation above that decides · office: whoever the ability names. */
  readonly whose: 'own' | 'body' | 'office';
  /** The office whose turn it is, for saying why somebody else acts (G17). */
  readonly office: OfficeKind | null;
  /** Whether it is asked of each member's matter, or of the branch as a whole. */
  readonly of: 'member' | 'branch';
};

type More = Pick<DutyOf, 'whose' | 'office' | 'of'>;
const ofAct = (act: ActName, ability: Ability, more: More): DutyOf => ({
  does: ACTS[act].does,
  clause: ACTS[act].clause,
  ability,
  ...more,
});
const OWN = { whose: 'own', office: null, of: 'member' } as const;
const BODY = { whose: 'body', office: null, of: 'member' } as const;
const keptBy = (office: OfficeKind, of: More['of'] = 'member') => ({ whose: 'office', office, of }) as const;

/** In the order of the procedure. What anybody may do at will, such as proposing a deduction, waits for nobody. */
export const DUTIES = {
  openRound: {
    does: '开始本季积分工作',
    clause: 'An1.3',
    ability: 'openRound',
    ...keptBy('scorekeeper', 'branch'),
  },
  apply: ofAct('apply', 'applyPoints', OWN),
  answerDeduction: ofAct('answerDeduction', 'answerDeduction', OWN),
  giveOpinion: ofAct('giveOpinion', 'giveOpinion', keptBy('leaderInCharge')),
  assess: ofAct('assess', 'assess', keptBy('scorekeeper')),
  appraise: ofAct('appraise', 'appraise', keptBy('secretary')),
  decideTie: ofAct('decideTie', 'decideTie', BODY),
  draftNotice: {
    does: '拟制公示',
    clause: 'An1.6',
    ability: 'draftNotice',
    ...keptBy('scorekeeper', 'branch'),
  },
  checkNotice: {
    does: '对公示作保密审查',
    clause: 'An1.6',
    ability: 'checkNotice',
    whose: 'office',
    office: null,
    of: 'branch',
  },
  publishNotice: {
    does: '批准公示',
    clause: 'An1.6',
    ability: 'publishNotice',
    ...keptBy('secretary', 'branch'),
  },
  receiveObjection: {
    ...ofAct('object', 'receiveObjection', keptBy('secretary')),
    office: null,
  },
  redetermine: ofAct('redetermine', 'redetermine', keptBy('secretary')),
  register: ofAct('register', 'registerPoints', keptBy('scorekeeper')),
  submit: ofAct('submit', 'submitRound', keptBy('scorekeeper', 'branch')),
  review: ofAct('review', 'reviewRound', BODY),
  file: ofAct('file', 'fileRound', BODY),
  answerAppeal: { does: '答复申诉', clause: 'An1.6', ability: 'answerAppeal', ...BODY },
  issueBulletin: {
    does: '发出季度通报',
    clause: '4.2',
    ability: 'issueBulletin',
    ...keptBy('leadingGroupMember', 'branch'),
    office: null,
  },
} as const satisfies Record<string, DutyOf>;
export type Duty = keyof typeof DUTIES;
