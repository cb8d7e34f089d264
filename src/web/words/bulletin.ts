/** Words of 季度通报: the page, and the form the leading group writes it in. */
export const bulletinWords = {
  title: '季度通报',
  lead: '积分考核领导小组每季度通报一次（办法四（二））。只有数字，没有姓名。',
  none: '本季的通报还没有发出。有党员的积分备案以后，由积分考核领导小组发出。',
  issuedOn: (on: string) => `${on} 发出`,
  general: '总体情况',
  people: '参加本轮',
  registered: '已登记',
  pending: '待定',
  mean: '平均',
  median: '中位',
  more: (probationary: number, applicants: number) =>
    `平均、中位和分数段只算正式党员；另有预备党员 ${probationary} 人、入党积极分子 ${applicants} 人，只列入考察。平均和中位四舍五入到百分位。`,
  tooFew: '已登记的正式党员不满 3 人，不列平均、中位和分数段，以免成了个人的分数。',
  bands: '各档人数',
  bandsNote:
    '各档按全年等次线平均到每季，只供参考，不是等次。不满 3 人的一档并入相邻的一档，以免指向个人；分数分布也是这样。',
  spread: '分数分布',
  range: '分数段',
  count: '人数',
  people_: (count: number) => `${count} 人`,
  segment: (from: string | null, to: string | null) =>
    from === null
      ? to === null
        ? '全部'
        : `不满 ${to} 分`
      : to === null
        ? `${from} 分以上`
        : `${from} 分以上、不满 ${to} 分`,
  objections: '异议和逾期',
  objectionLine: (received: number, changed: number, kept: number, open: number) =>
    received === 0
      ? '公示期间没有收到异议。'
      : `公示期间收到异议 ${received} 件：重新评议 ${changed} 件，维持原评议 ${kept} 件，还在审定 ${open} 件。`,
  lateLine: (applications: number, unsigned: number, submissions: number) =>
    `逾期提交申请 ${applications} 人，分管领导未签 ${unsigned} 人，逾期上报 ${submissions} 次。`,
  pendingLine: (count: number) =>
    count === 0 ? '' : `待定 ${count} 人：有异议、被退回或还没有登记，办完后补报。`,
  write: '起草通报',
  writeLead:
    '下面各节写支部的做法和问题，不点名。数字按现在已登记的积分计算，发出时固定下来。写的内容自动保存，空着的一节不列入。',
  notYet: '还没有党员的积分备案，可以先起草，备案以后再发出。',
  issue: '发出通报',
  again: '发出补充通报',
  needed: '请至少写一节。',
  conflict: '别人也改了这份草稿',
  conflictNote: '请选择保留哪一份。已保存的那一份，这些地方与您写的不同：',
  leftEmpty: '（空着）',
} as const;
