/** Words of 待办, the home page, and of 消息. */
type Due = { readonly day: string; readonly workdays: number | null };

const left = ({ workdays }: Due) =>
  workdays === null ? '已过' : workdays === 0 ? '今天截止' : `还有 ${workdays} 个工作日`;

export const todoWords = {
  title: '待办',
  lead: (count: number) => (count === 0 ? '' : `有 ${count} 项在等您办。按截止的先后排列。`),
  none: '现在没有等您办的事。',
  next: '接下来',
  nextLine: (organisation: string, period: string, does: string) => `${organisation}${period}${does}`,
  nextDays: (from: Due, until: string) =>
    from.day === until ? `${from.day}（${left(from)}）` : `${from.day} 起，${until} 止（${left(from)}）`,
  nothingNext: '年度工作日历里今年没有轮到您的步骤了。',
  due: (due: Due) => `${due.day} 前办完（${left(due)}）`,
  late: '逾期',
  lateSince: (due: Due) => `${due.day} 到期，已过`,
  clause: (clause: string) => `依据：《办法》${clause}`,
  go: '去办',
  doors: '常用页面',
  ownYear: (name: string, year: number) => `${name} ${year} 年我的积分`,
  yearTable: (name: string, year: number) => `${name} ${year} 年积分表`,
} as const;

export const messageWords = {
  title: '消息',
  lead: '办理中发生了什么，和您有关的都在这里，新的在前。消息只给您自己看。',
  none: '还没有消息。',
  fresh: '新',
  unread: (count: number) => `${count} 条未读`,
} as const;
