// Each act of a round by the name of its route: who could do it of others and is refused here, and with which clause.
import type { Name } from '../../store/rounds.ts';

export type Row = {
  readonly who: Name;
  /** Whose matter it is; several: a batch. */
  readonly about: readonly Name[];
  /** Why it is theirs. */
  readonly says: string;
  readonly code: 'ownMatter' | 'notAllowed' | 'ownHelper';
  readonly clause: string;
  /** Which notice it is about, where it is about one. */
  readonly notice: 'drafted' | 'checked';
  /** Of whom the same person may; null: the act stands on something else than whose it is. */
  readonly instead: readonly Name[] | null;
};

const own = (who: Name, clause: string, more: Partial<Row> = {}): Row => ({
  who,
  about: [who],
  says: '办自己的',
  code: 'ownMatter',
  clause,
  notice: 'drafted',
  instead: ['孙丽'],
  ...more,
});
const among = (who: Name, clause: string, more: Partial<Row> = {}) =>
  own(who, clause, { about: ['孙丽', who], says: '办一批，自己在里面', ...more });
/** 李梅's own is the checker's (G34), not her deputy's, who was named by 张建国. */
const deputy = (clause: string) =>
  own('吴㙦', clause, { about: ['李梅'], says: '代行记分员，办李梅的', code: 'notAllowed', instead: null });
/** Whoever acts instead does not act in a batch with their own, nor with that of whoever named them. */
const instead = (clause: string): readonly Row[] => [
  own('孙丽', clause, {
    about: ['李梅', '孙丽'],
    says: '代记分员办一批，自己在里面',
    code: 'notAllowed',
    instead: ['李梅'],
  }),
  own('吴㙦', clause, {
    about: ['李梅', '孙丽', '张建国'],
    says: '代行记分员办一批，委托人在里面',
    code: 'notAllowed',
    instead: ['李梅', '孙丽'],
  }),
];

const objection = [
  own('王强', 'An1.6'),
  own('张建国', 'An1.6'),
  own('李梅', 'An1.6', { about: ['孙丽'], says: '记分员办异议', code: 'notAllowed', instead: null }),
];

/** A scorekeeper may write an application down for others. */
export const HELPING = own('李梅', 'An1.3', { says: '作为代书人替自己登记', code: 'ownHelper' });

export const EYES: Readonly<Record<string, readonly Row[]>> = {
  handInApplication: [
    own('吴㙦', 'An1.3', { says: '作为代书人替自己登记', code: 'ownHelper', instead: null }),
    HELPING,
  ],
  // whoever leads somebody is led by another (ownLeader): to themselves they are nobody's leader
  giveOpinions: [
    own('王强', 'An1.3', { code: 'notAllowed', instead: ['郑𠮷'] }),
    own('王强', 'An1.3', {
      about: ['郑𠮷', '王强'],
      says: '签一批，自己在里面',
      code: 'notAllowed',
      instead: ['郑𠮷'],
    }),
  ],
  proposeDeduction: [
    own('李梅', '3.4.2'),
    own('张建国', '3.4.2', { says: '以提供依据的单位提出自己的' }),
    deputy('3.4.2'),
  ],
  proposeCorrection: [own('李梅', 'An1.6'), deputy('An1.6')],
  withdrawDeduction: [own('李梅', '3.4.2'), own('张建国', '3.4.2'), deputy('3.4.2')],
  bringToDeduction: [own('李梅', '3.4.2'), own('张建国', '3.4.2'), deputy('3.4.2')],
  handInAssessments: [own('李梅', 'An1.4'), among('李梅', 'An1.4'), deputy('An1.4'), ...instead('An1.4')],
  saveSheetLine: [own('李梅', 'An1.4'), deputy('An1.4')],
  appraise: [
    own('张建国', 'An1.5'),
    among('张建国', 'An1.5'),
    own('郑𠮷', 'An1.5', {
      about: ['张建国', '郑𠮷'],
      says: '代书记办一批，自己在里面',
      code: 'notAllowed',
      instead: ['张建国'],
    }),
  ],
  referTies: [own('张建国', 'An1.5'), among('张建国', 'An1.5')],
  saveDecision: [own('李梅', 'An1.5'), own('张建国', 'An1.5')],
  decideTies: [own('郑𠮷', 'An1.5'), among('郑𠮷', 'An1.5')],
  checkNotice: [own('李梅', 'An1.6', { says: '审查自己拟制的', instead: null })],
  publishNotice: [own('张建国', 'An1.6', { says: '批准自己审查的', notice: 'checked', instead: null })],
  recordObjection: objection,
  receiveObjection: objection,
  declineObjection: objection,
  revealObjector: objection,
  answerObjection: [
    own('张建国', 'An1.6'),
    own('张建国', 'An1.6', { about: ['吴㙦'], says: '审定自己提出扣分的' }),
    own('李梅', 'An1.6', { about: ['孙丽'], says: '记分员审定', code: 'notAllowed', instead: null }),
  ],
  answerAppeal: [own('郑𠮷', 'An1.6')],
  registerPoints: [own('李梅', 'An1.6'), among('李梅', 'An1.6'), deputy('An1.6'), ...instead('An1.6')],
  returnRound: [own('郑𠮷', 'An1.7'), among('郑𠮷', 'An1.7')],
  reviewRound: [own('郑𠮷', 'An1.7'), among('郑𠮷', 'An1.7')],
  fileRound: [own('郑𠮷', 'An1.7'), among('郑𠮷', 'An1.7')],
};

/** Why an act may touch oneself. */
export const FREE: Readonly<Record<string, string>> = {
  openRound: 'of nobody: it begins for all',
  saveApplicationDraft: 'the member’s own',
  bringToClaim: 'the member’s own',
  takeBackEvidence: 'whoever brought it, before anything names it',
  answerDeduction: 'the member’s own',
  lodgeAppeal: 'the member’s own',
  holdMeeting: 'who sat there is nobody’s matter; whoever is decided about does not vote (mustRecuse)',
  saveMeeting: 'the draft of the same',
  draftNotice: 'decides nothing; another checks it',
  submitRound: 'decides nothing; the organisation above reviews it',
  saveBulletinDraft: 'figures without names',
  issueBulletin: 'figures without names',
};
