/** What the round refuses, as sentences. */
import type { Refusal } from '../../domain/refusal.ts';

export const ROUND_REFUSALS: Readonly<Record<string, (params: Refusal['params']) => string>> = {
  noticeNotOver: ({ until }) =>
    until === ''
      ? '这份公示还没有发布，没有结果可说明。请等公示期满。'
      : `公示到 ${until} 才期满。请在那以后再出公示结果情况说明。`,
  actNotNow: ({ act, state }) => `现在不能${act}：这一事项正处于“${state}”。请刷新页面看最新情况。`,
  ownHelper: () => '这是您本人的申请，不能写成由他人代为登记。请去掉代书人后提交。',
  roundNotOpen: ({ period }) => `第 ${period} 段的积分工作还没有开始。请记分员或书记先开始这一轮。`,
  roundOpen: ({ period }) => `第 ${period} 段的积分工作已经开始，不必再开。`,
  roundEmpty: () => '名册里这一段没有应参加积分管理的党员。请先登记名册。',
  periodNotBegun: ({ from }) => `这一段从 ${from} 起。到那天再开始。`,
  periodUnknown: ({ last }) => `没有这一段：一年共 ${last} 段。请检查所选的时段。`,
  notOfRound: () => '此人不在这一轮积分工作里。请从本轮名单重新进入。',
  taskUndecided: ({ count }) =>
    `还有 ${count} 项计划任务没有填写。每一项都要有意见或评定，请补齐（没有完成的写 0 分）。`,
  taskUnknown: () => '所填任务与已批准的目标任务对不上。请刷新页面，按最新的目标任务填写。',
  beyondPlan: ({ points, most }) => `${points} 分超出了这项任务的计划分：应在 0 至 ${most} 分之间。`,
  undecided: ({ count }) =>
    `还有 ${count} 项申报或拟扣分没有作出决定，或列入了没有提出的事项。请逐项决定后再提交。`,
  answerPending: ({ until }) =>
    `有一笔拟扣分还在本人答复期内（至 ${until}）。请等本人答复，或过了那天再评议。`,
  notABonus: ({ item }) => `“${item}”不是奖励分的条款。请从奖励分条款中选择。`,
  notADeduction: ({ item }) => `“${item}”不是扣分或不合格认定的条款。请从扣分条款中选择。`,
  opinionPending: ({ until }) => `分管领导签注的期限到 ${until} 为止，现在还不能按“未签”处理。`,
  proposalUnknown: () => '这笔拟扣分不存在或已撤回。请刷新页面。',
  notCorrectable: ({ period }) =>
    `这笔登记不能在第 ${period} 段更正：只能更正以前各段已登记、没有冲正也没有更正过的记录。请刷新页面后重选。`,
  correctionOpen: () => '这笔登记已经提出过更正，还没有决定。请等评议，或先撤回那一次。',
  correctionUnchanged: () => '更正后的分值与原登记相同。请填写应有的分值，或选择撤销这一笔。',
  periodApart: ({ period }) => `此人第 ${period} 段不计分，更正无处生效。请在计分的一段提出。`,
  periodRegistered: ({ period }) =>
    `第 ${period} 段的积分已经评议、公示并登记，不能再直接改动。请在当前一轮的考核登记表上提出更正，写明原登记。`,
  answered: () => '这笔拟扣分已经答复过，答复会在评议会上宣读。',
  meetingNoQuorum: ({ present, entitled }) =>
    `到会 ${present} 人，应到 ${entitled} 人：须超过半数才能评议。请改期或补齐到会人员。`,
  notEntitled: () => '到会名单里有不参加评议的人，或同一人写了两次。请按应到名单勾选。',
  absentUnexplained: ({ count }) => `有 ${count} 名应到会的人没有到会，也没有写明原因。请补写缺席原因。`,
  meetingUnknown: () => '没有这次评议会的记录。请先登记会议。',
  meetingOver: ({ on }) =>
    `${on} 的评议会在决定这名党员重新评议以前登记。重新评议要另开一次评议会，请登记新的评议会后再定分。`,
  votesMiscounted: ({ cast, voters }) =>
    `赞成、反对、弃权共 ${cast} 票，应为 ${voters} 票（到会人数减去回避人数）。请核对。`,
  votesTied: ({ for: yes, against }) =>
    `赞成 ${yes} 票、反对 ${against} 票，票数相等。请再议；仍相等的报上级党组织。`,
  notTied: () => '票数没有相等，由支部评议决定，不必报上级党组织。请书记登记评议结果。',
  tieNowhere: () =>
    '账册里没有可以决定的上级党组织：本支部还没有挂到上级之下，或者上级还没有经办人和书记。请系统管理员先登记；等不及的，另开一次评议会再议，或向上级党组织书面请示后按其答复再表决。',
  votedDown: ({ for: yes, voters }) =>
    `赞成 ${yes} 票，不到参加表决 ${voters} 人的半数以上，未通过。请修改后再议。`,
  mustRecuse: () => '评议的正是到会者本人，应当回避，不参加表决。请把本人列入回避名单。',
  recusedAbsent: () => '回避名单里有没有到会的人。请只列到会者。',
  noticeTooShort: ({ workdays, least }) => `公示 ${workdays} 个工作日太短：不得少于 ${least} 个工作日。`,
  noticeUnknown: () => '没有这份公示。请刷新页面。',
  noticeUnchecked: () => '这份公示还没有通过保密审查。请先由另一人审查。',
  noticeChecked: () => '这份公示已经审查过。',
  noticePublished: () => '这份公示已经发布。',
  noticeStale: () => '拟稿之后有人的评议结果变了。请重新拟制公示。',
  nobodyChosen: () => '没有选择任何人。请勾选后再提交。',
  objectionUnknown: () => '这件异议不存在或已答复。请刷新页面。',
  submissionUnknown: () => '所选的人不在这次上报里。请刷新页面后重选。',
  nothingFiled: ({ period }) => `第 ${period} 段还没有备案的积分，不能发通报。`,
  receiverNone: () =>
    '现在没有人能受理异议，不能拟制公示：受理人是书记或支部委员，不能由记分员担任，兼任的也不能，还要有账号。请先在“任职情况”里授予一名支部委员，或由上级党组织在本系统里受理，再拟制公示。',
  'missing-receiver': () => '请写明公示范围和异议受理人（姓名、电话、地点）。',
};
