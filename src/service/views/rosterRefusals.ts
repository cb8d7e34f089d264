/** What keeps a roster or a leader in charge out of the register → the sentence a person reads. */
import type { Refusal } from '../../domain/refusal.ts';

export const ROSTER_REFUSALS: Readonly<Record<string, (params: Refusal['params']) => string>> = {
  ownLeader: () => '分管领导不能是本人。请另选一人。',
  notLeader: () => '所选的人现在没有担任“分管领导”。请先在“组织和职务”页授予这一职务，再来登记。',
  rosterFileRefused: ({ count }) =>
    `这个文件有 ${count} 处读不了，什么都没有读入。请按下表逐处改好再选一次文件。`,
  rosterNotWaiting: () => '没有待登记的名册。请先选择名册文件。',
  rosterNotMapped: () => '还没有核对各列的含义。请先核对每一列，再读取名册。',
  rosterColumnsMissing: ({ columns }) =>
    `名册必须有这些列：${columns}。请在对应的列上选它；文件里没有的，请在文件里加上这一列再选一次文件。`,
  rosterColumnTwice: ({ columns }) => `有两列都选成了“${columns}”。同一含义只能选一列，其余请选“不读取”。`,
  rosterProblems: ({ count }) =>
    `名册里还有 ${count} 处需要改正，什么都没有登记。请改好文件再选一次，或选择先登记没有问题的各行。`,
  registerMoved: () => '看过预览以后，名册又有了变动。请重新看过预览再登记。',
  exemptionByFile: () =>
    '不参加积分制管理须由本人申请、支部签署意见、上级党组织审批，不能随名册登记。请把“免予”各列选为“不读取”。',
};
